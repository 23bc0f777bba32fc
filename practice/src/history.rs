//! The surviving facts about one subject, in the order in which they happened.
use crate::{
    assessment, care,
    day::{Date, Timestamp, birthday},
    fact::{Event, Fact, Id, Kept, RecordFact},
    front_door, leavers, missing,
    norms::Norms,
    people, private_fostering, protection,
    span::Span,
};
use std::{cell::OnceCell, cmp::Reverse, collections::HashSet};

/// What the facts about one subject come to on a day. Reads of a part of the work (placements,
/// visits, plans) are folded once and kept in [`Views`].
#[derive(Clone, Debug, Default)]
pub struct History {
    facts: Vec<Kept>,
    coming: Vec<Kept>,
    /// What was corrected, and what took facts back: it says nothing, but it was known once.
    gone: Vec<Kept>,
    /// The first day after today on which something is said to happen.
    pub ahead: Option<Date>,
    pub today: Date,
    pub(crate) views: Views,
}
/// One line per part of the work that folds reported and recorded facts into what actually was.
#[derive(Clone, Debug, Default)]
pub(crate) struct Views {
    pub person: OnceCell<people::Person>,
    pub visits: OnceCell<Vec<Event>>,
    pub front_door: OnceCell<front_door::View>,
    pub assessments: OnceCell<Vec<Span<assessment::Assessment>>>,
    pub protection: OnceCell<protection::View>,
    pub care: OnceCell<care::Care>,
    pub placed: OnceCell<Vec<care::Placed>>,
    pub reviews: OnceCell<Vec<Event>>,
    pub times_missing: OnceCell<Vec<missing::TimeMissing>>,
    pub arrangements: OnceCell<Vec<private_fostering::Arrangement>>,
    pub status_periods: OnceCell<Vec<leavers::StatusPeriod>>,
    pub status_news: OnceCell<Vec<leavers::News>>,
}

impl History {
    /// From facts in any order. Of two corrections of one fact the later stands; taking back a
    /// correction gives the first fact its life again. A fact dated ahead (a placement agreed for
    /// Monday) says nothing until its day.
    pub fn new(mut facts: Vec<Kept>, today: Date) -> History {
        facts.sort_by_key(|k| Reverse((k.recorded, k.id)));
        let mut gone = HashSet::new();
        // Newest first, so whatever can end a fact has been met before it.
        let mut survives = |k: &Kept| {
            if gone.contains(&k.id) {
                return false;
            }
            let first_to_correct = k.instead_of.is_none_or(|what| gone.insert(what));
            first_to_correct && k.fact != Fact::Record(RecordFact::RecordedInError)
        };
        let gone: Vec<Kept> = facts.extract_if(.., |k| !survives(k)).collect();
        facts.sort_by_key(|k| (k.happened, k.at, k.recorded, k.id));
        let coming = facts.split_off(facts.partition_point(|k| k.happened <= today));
        let ahead = coming.first().map(|k| k.happened);
        History { facts, coming, gone, ahead, today, views: Views::default() }
    }
    /// The same subject as it was known at a moment.
    pub fn known_by(facts: &[Kept], then: Timestamp, today: Date) -> History {
        History::new(facts.iter().filter(|k| k.recorded <= then).cloned().collect(), today)
    }
    /// As if nothing had happened after a day; what is known of the time before is what is known now.
    pub fn until(&self, day: Date) -> History {
        let happened = self.facts.iter().filter(|k| k.happened <= day);
        History::new(happened.cloned().collect(), day)
    }
    /// The same subject as it was known just before a moment.
    pub fn known_before(&self, moment: Timestamp) -> History {
        History::new(self.ever().filter(|k| k.recorded < moment).cloned().collect(), self.today)
    }
    /// Everything that was ever said, corrected or dated ahead or not, in no order.
    pub fn ever(&self) -> impl Iterator<Item = &Kept> {
        self.facts.iter().chain(&self.coming).chain(&self.gone)
    }
    /// Was the first of two facts recorded after the other?
    pub fn later(&self, first: Id, other: Id) -> bool {
        let recorded = |id| self.kept(id).map(|k| (k.recorded, k.id));
        recorded(first) > recorded(other)
    }
    pub fn all(&self) -> impl DoubleEndedIterator<Item = &Kept> {
        self.facts.iter()
    }
    /// The facts dated ahead. They say nothing yet, but they are held: a return that has such a row
    /// and is taken in again finds it here.
    pub fn coming(&self) -> &[Kept] {
        &self.coming
    }
    /// The facts that `pick` finds something in, with what it found: `h.find(|f| match f { … })`.
    pub fn find<'a, T>(&'a self, pick: impl Fn(&'a Fact) -> Option<T>) -> impl Iterator<Item = (&'a Kept, T)> {
        self.facts.iter().filter_map(move |k| pick(&k.fact).map(|t| (k, t)))
    }
    /// The facts of a kind, as events.
    pub fn events(&self, is: impl Fn(&Fact) -> bool) -> Vec<Event> {
        self.facts.iter().filter(|k| is(&k.fact)).map(Event::from).collect()
    }
    pub fn kept(&self, id: Id) -> Option<&Kept> {
        self.facts.iter().find(|k| k.id == id)
    }
    pub fn person(&self) -> &people::Person {
        self.views.person.get_or_init(|| people::person(self))
    }
    /// The visits at which the child was seen.
    pub fn visits(&self) -> &[Event] {
        self.views.visits.get_or_init(|| people::visits(self))
    }
    pub fn front_door(&self) -> &front_door::View {
        self.views.front_door.get_or_init(|| front_door::view(self))
    }
    pub fn assessments(&self) -> &[Span<assessment::Assessment>] {
        self.views.assessments.get_or_init(|| assessment::view(self))
    }
    pub fn protection(&self) -> &protection::View {
        self.views.protection.get_or_init(|| protection::view(self))
    }
    /// The periods of being looked after.
    pub fn care(&self) -> &care::Care {
        self.views.care.get_or_init(|| care::care(self))
    }
    /// The placements of a looked after child.
    pub fn placed(&self) -> &[care::Placed] {
        self.views.placed.get_or_init(|| care::placed(self))
    }
    /// The completed reviews of a looked after child, one a day.
    pub fn reviews(&self) -> &[Event] {
        self.views.reviews.get_or_init(|| care::reviews(self))
    }
    /// The times that the child was missing.
    pub fn times_missing(&self) -> &[missing::TimeMissing] {
        self.views.times_missing.get_or_init(|| missing::times_missing(self))
    }
    /// The private fostering arrangements of the child.
    pub fn arrangements(&self) -> &[private_fostering::Arrangement] {
        self.views.arrangements.get_or_init(|| private_fostering::arrangements(self))
    }
    /// What the young person has been in law, from the 16th birthday on: see [`leavers::periods`]. A history is
    /// asked under the norms of one service, so it is found once.
    pub fn status_periods(&self, norms: &Norms) -> &[leavers::StatusPeriod] {
        self.views.status_periods.get_or_init(|| leavers::periods(self, norms))
    }
    /// What was recorded of late and changed that: see [`leavers::news`].
    pub fn status_news(&self, norms: &Norms) -> &[leavers::News] {
        self.views.status_news.get_or_init(|| leavers::news(self, norms))
    }
    pub fn born(&self) -> Option<Date> {
        self.person().born
    }
    pub fn birthday(&self, age: i64) -> Option<Date> {
        self.born().map(|b| birthday(b, age))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{case::Story, day::date};

    #[test]
    fn a_fact_dated_ahead_says_nothing_until_its_day() {
        let mut story = Story::default();
        story.born("2010-05-03").on("2026-06-08", people::Fact::Died);
        let before = story.history(date(2026, 6, 7));
        assert_eq!((before.person().died, before.ahead), (None, Some(date(2026, 6, 8))));
        let then = story.history(date(2026, 6, 8));
        assert_eq!((then.person().died, then.ahead), (Some(date(2026, 6, 8)), None));
    }
}
