//! What the facts about a plan come to: its versions, which of them is in force, and what made it stale.
use super::{
    Change, Draft, Fact, How, Kind, Person,
    change::{Step, steps},
};
use crate::{
    day::Date,
    fact::{Event, Fact as F, Id},
    history::History,
};

pub struct Plan<'a> {
    pub kind: &'static Kind,
    /// As they were drafted, oldest first.
    pub versions: Vec<Version<'a>>,
}
#[derive(Clone, Debug, PartialEq)]
pub struct Version<'a> {
    pub draft: &'a Draft,
    pub drafted: Event,
    pub by: Id,
    /// The last word of each person.
    pub answers: Vec<Answer<'a>>,
    pub copies: Vec<Copy<'a>>,
    /// Why the young person has no copy.
    pub no_copy: Option<(Event, &'a str)>,
    pub current: Option<Event>,
    /// The fact with which another version took its place.
    pub superseded: Option<Event>,
    /// What changed since it was drafted.
    pub changes: Vec<Changed<'a>>,
    /// The times it was reviewed and found to stand.
    pub reviews: Vec<Event>,
}
#[derive(Clone, Debug, PartialEq)]
pub struct Answer<'a> {
    pub by: &'a Person,
    pub agrees: bool,
    pub words: &'a str,
    pub said: Event,
}
#[derive(Clone, Debug, PartialEq)]
pub struct Copy<'a> {
    pub to: &'a Person,
    pub how: How,
    pub explained: bool,
    pub response: &'a str,
    pub given: Event,
}
#[derive(Clone, Debug, PartialEq)]
pub struct Changed<'a> {
    pub change: Change,
    pub event: Event,
    /// Why the version stands in spite of it.
    pub stands: Option<(Event, &'a str)>,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Draft,
    Agreed,
    NotAgreed,
    Current,
    Superseded,
}

/// A plan of one kind. The kind is an argument so that what is built on it can be proved with another.
pub fn plan<'a>(h: &'a History, kind: &'static Kind) -> Plan<'a> {
    let mut plan = Plan { kind, versions: vec![] };
    // Most children have none, and every child is asked.
    if !h.all().any(|k| matches!(k.fact, F::Plans(_))) {
        return plan;
    }
    for step in steps(h, kind) {
        match step {
            Step::Changed(change, event) => {
                for v in plan.versions.iter_mut().filter(|v| v.superseded.is_none()) {
                    v.changes.push(Changed { change, event, stands: None });
                }
            }
            Step::Said(kept, fact) => plan.hear(kept.into(), kept.who, fact),
        }
    }
    plan
}

impl<'a> Plan<'a> {
    fn hear(&mut self, said: Event, who: Id, fact: &'a Fact) {
        match fact {
            Fact::VersionDrafted(draft) if draft.kind == self.kind.code => self.drafted(said, who, draft),
            Fact::Agreed { version, by, words } => self.answered(*version, Answer { by, agrees: true, words, said }),
            Fact::NotAgreed { version, by, words } => {
                self.answered(*version, Answer { by, agrees: false, words, said })
            }
            Fact::CopyGiven { version, to, how, explained, response } => {
                let copy = Copy { to, how: *how, explained: *explained, response, given: said };
                self.change(*version, |v| v.copies.push(copy));
                self.put_in_force(*version, said);
            }
            Fact::NoCopyGiven { version, why } => {
                self.change(*version, |v| v.no_copy = Some((said, why)));
                self.put_in_force(*version, said);
            }
            Fact::FoundToStand { version, why, at_review } => self.change(*version, |v| {
                for changed in v.changes.iter_mut().filter(|c| c.stands.is_none()) {
                    changed.stands = Some((said, why));
                }
                v.reviews.extend(at_review.then_some(said));
            }),
            _ => {}
        }
    }
    fn drafted(&mut self, drafted: Event, by: Id, draft: &'a Draft) {
        for v in self.versions.iter_mut().filter(|v| v.state() == State::Draft) {
            v.superseded = Some(drafted);
        }
        self.versions.push(Version {
            draft,
            drafted,
            by,
            answers: vec![],
            copies: vec![],
            no_copy: None,
            current: None,
            superseded: None,
            changes: vec![],
            reviews: vec![],
        });
    }
    fn answered(&mut self, version: Id, answer: Answer<'a>) {
        let said = answer.said;
        self.change(version, |v| {
            v.answers.retain(|a| a.by != answer.by);
            v.answers.push(answer);
        });
        self.put_in_force(version, said);
    }
    fn change(&mut self, version: Id, change: impl FnOnce(&mut Version<'a>)) {
        if let Some(v) = self.versions.iter_mut().find(|v| v.draft.version == version) {
            change(v);
        }
    }
    /// In force from the moment at which it has been spoken to and the young person has it, or it is said why not.
    fn put_in_force(&mut self, version: Id, now: Event) {
        let Some(at) = self.versions.iter().position(|v| v.draft.version == version && v.is_ready()) else { return };
        self.versions[at].current = Some(now);
        for before in self.versions[..at].iter_mut().filter(|v| v.superseded.is_none()) {
            before.superseded = Some(now);
        }
    }
    /// The last version that came into force: it holds until the next one does.
    pub fn in_force(&self) -> Option<&Version<'a>> {
        self.versions.iter().rev().find(|v| v.current.is_some())
    }
    /// The version that somebody works on, after the one in force.
    pub fn coming(&self) -> Option<&Version<'a>> {
        self.versions.last().filter(|v| v.current.is_none() && v.superseded.is_none())
    }
    /// The others, the last first: what was said of them stays to be read.
    pub fn passed(&self) -> impl Iterator<Item = &Version<'a>> {
        let at = |v: Option<&Version>| v.map(|v| v.draft.version);
        let shown = [at(self.in_force()), at(self.coming())];
        self.versions.iter().rev().filter(move |v| !shown.contains(&Some(v.draft.version)))
    }
    pub fn number(&self, version: Id) -> Option<usize> {
        self.versions.iter().position(|v| v.draft.version == version).map(|n| n + 1)
    }
}
impl<'a> Version<'a> {
    pub fn state(&self) -> State {
        match (self.superseded, self.current) {
            (Some(_), _) => State::Superseded,
            (_, Some(_)) => State::Current,
            _ if self.answers.iter().any(|a| !a.agrees) => State::NotAgreed,
            _ if !self.answers.is_empty() => State::Agreed,
            _ => State::Draft,
        }
    }
    fn is_ready(&self) -> bool {
        let theirs = self.no_copy.is_some() || self.copies.iter().any(|c| *c.to == Person::YoungPerson);
        self.current.is_none() && self.superseded.is_none() && theirs && !self.answers.is_empty()
    }
    /// What nobody has answered yet: the version is stale.
    pub fn unanswered(&self) -> impl Iterator<Item = &Changed<'a>> {
        self.changes.iter().filter(|c| c.stands.is_none())
    }
    /// The day from which the version in force is stale.
    pub fn stale_since(&self) -> Option<Date> {
        let current = self.current.filter(|_| self.superseded.is_none())?;
        self.unanswered().next().map(|c| c.event.on.max(current.on))
    }
}
impl State {
    /// As it is stored and sent.
    pub fn code(self) -> &'static str {
        match self {
            State::Draft => "draft",
            State::Agreed => "agreed",
            State::NotAgreed => "not_agreed",
            State::Current => "current",
            State::Superseded => "superseded",
        }
    }
    pub fn words(self) -> &'static str {
        match self {
            State::Draft => "Draft",
            State::Agreed => "Agreed",
            State::NotAgreed => "Not agreed",
            State::Current => "In force",
            State::Superseded => "Superseded",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{PATHWAY, stories::*},
        *,
    };
    use crate::{case::Story, day::date};

    /// The state of each version, on a day.
    fn states(told: impl Fn(&mut Story), on: Date) -> Vec<State> {
        let mut s = Story::default();
        told(&mut s);
        plan(&s.history(on), &PATHWAY).versions.iter().map(Version::state).collect()
    }
    fn stale_since(s: &Story, on: Date) -> Option<Date> {
        plan(&s.history(on), &PATHWAY).in_force().and_then(Version::stale_since)
    }

    #[test]
    fn a_version_is_in_force_once_it_is_agreed_and_the_young_person_holds_it() {
        let on = date(2026, 4, 1);
        assert_eq!(states(drafted, on), [State::Draft]);
        let agreed_only = |s: &mut Story| {
            drafted(s);
            s.on("2026-03-02", agreed(1));
        };
        assert_eq!(states(agreed_only, on), [State::Agreed]);
        assert_eq!(states(in_force, on), [State::Current]);
        let copy_first = |s: &mut Story| {
            drafted(s);
            s.on("2026-03-02", copy(1));
        };
        assert_eq!(states(copy_first, on), [State::Draft], "nobody has said what they think of it");
    }
    #[test]
    fn a_copy_for_somebody_else_does_not_put_it_in_force_and_a_reason_does() {
        let mut s = Story::default();
        drafted(&mut s);
        let nan = Person::Known { name: super::super::Name::of("Joy Marsh").unwrap(), relation: "grandmother".into() };
        let to_nan = Fact::CopyGiven {
            version: Id::from_u128(1),
            to: nan,
            how: How::Post,
            explained: false,
            response: String::new(),
        };
        s.on("2026-03-02", agreed(1)).on("2026-03-03", to_nan);
        let state = |s: &Story| plan(&s.history(date(2026, 4, 1)), &PATHWAY).versions[0].state();
        assert_eq!(state(&s), State::Agreed);
        s.on(
            "2026-03-04",
            Fact::NoCopyGiven { version: Id::from_u128(1), why: "In custody; sent to the prison".into() },
        );
        assert_eq!(state(&s), State::Current);
    }
    #[test]
    fn a_plan_that_the_young_person_does_not_agree_with_may_be_in_force_with_their_words() {
        let no =
            Fact::NotAgreed { version: Id::from_u128(1), by: Person::YoungPerson, words: "I want to go home.".into() };
        let mut s = Story::default();
        drafted(&mut s);
        s.on("2026-03-02", no);
        assert_eq!(plan(&s.history(date(2026, 3, 2)), &PATHWAY).versions[0].state(), State::NotAgreed);
        s.on("2026-03-03", agreed(1));
        let h = s.history(date(2026, 3, 3));
        let version = &plan(&h, &PATHWAY).versions[0];
        assert_eq!((version.state(), version.answers.len()), (State::Agreed, 1), "their last word counts");
    }
    #[test]
    fn what_is_told_later_of_the_day_of_a_draft_still_follows_it() {
        let mut s = Story::default();
        s.on("2026-03-02T14:00", version(1)).on("2026-03-02", agreed(1)).on("2026-03-02", copy(1));
        assert_eq!(plan(&s.history(date(2026, 3, 2)), &PATHWAY).versions[0].state(), State::Current);
        // Arrested that afternoon, after it was written, is another matter than at an hour that nobody said.
        s.on("2026-03-02T16:00", happened(Change::Arrested));
        assert_eq!(stale_since(&s, date(2026, 3, 2)), Some(date(2026, 3, 2)));
    }
    #[test]
    fn the_last_version_in_force_holds_until_the_next_one_does() {
        let revised = |s: &mut Story| {
            in_force(s);
            s.on("2026-05-01", version(2)).on("2026-05-02", agreed(2)).on("2026-05-09", copy(2));
        };
        assert_eq!(states(revised, date(2026, 5, 8)), [State::Current, State::Agreed]);
        assert_eq!(states(revised, date(2026, 5, 9)), [State::Superseded, State::Current]);
    }
    #[test]
    fn a_draft_that_nobody_spoke_to_gives_way_to_the_next() {
        let twice = |s: &mut Story| {
            in_force(s);
            s.on("2026-05-01", version(2)).on("2026-05-03", version(3));
        };
        assert_eq!(states(twice, date(2026, 5, 3)), [State::Current, State::Superseded, State::Draft]);
    }
    #[test]
    fn a_version_that_somebody_did_not_agree_with_is_still_to_be_read_when_another_is_written() {
        let mut s = Story::default();
        drafted(&mut s);
        let no = Fact::NotAgreed { version: Id::from_u128(1), by: Person::YoungPerson, words: "Not that flat.".into() };
        s.on("2026-03-02", no).on("2026-03-03", version(2));
        let h = s.history(date(2026, 3, 3));
        let plan = plan(&h, &PATHWAY);
        assert_eq!(plan.coming().map(|v| v.draft.version), Some(Id::from_u128(2)));
        let passed: Vec<_> = plan.passed().map(|v| (v.draft.version, v.answers[0].words)).collect();
        assert_eq!(passed, [(Id::from_u128(1), "Not that flat.")]);
    }
    #[test]
    fn when_the_copy_turns_out_not_to_have_been_given_the_version_before_is_in_force_again() {
        let mut s = Story::default();
        in_force(&mut s);
        s.on("2026-05-01", version(2)).on("2026-05-02", agreed(2)).on("2026-05-09", copy(2));
        let given = s.facts.last().unwrap().id;
        s.on("2026-05-10", crate::Fact::Record(crate::RecordFact::RecordedInError));
        s.facts.last_mut().unwrap().instead_of = Some(given);
        let h = s.history(date(2026, 5, 10));
        assert_eq!(plan(&h, &PATHWAY).in_force().map(|v| v.draft.version), Some(Id::from_u128(1)));
    }
    #[test]
    fn a_move_makes_it_stale_until_it_is_revised_or_somebody_says_why_it_stands() {
        let mut s = Story::default();
        moved(&mut s);
        assert_eq!(stale_since(&s, date(2026, 4, 30)), None);
        assert_eq!(stale_since(&s, date(2026, 5, 1)), Some(date(2026, 5, 1)));
        s.on("2026-05-03", stands(1, false));
        assert_eq!(stale_since(&s, date(2026, 5, 3)), None);
        s.on("2026-06-01", happened(Change::Pregnancy));
        assert_eq!(stale_since(&s, date(2026, 6, 2)), Some(date(2026, 6, 1)), "the next change is another");
        s.on("2026-06-03", version(2)).on("2026-06-03", agreed(2)).on("2026-06-04", copy(2));
        assert_eq!(stale_since(&s, date(2026, 6, 4)), None, "written knowing of it");
    }
    #[test]
    fn a_placement_a_new_adviser_and_a_birthday_coming_need_nobody_to_say_so() {
        let reasons = |told: &dyn Fn(&mut Story), on| {
            let mut s = Story::default();
            told(&mut s);
            let h = s.history(on);
            plan(&h, &PATHWAY).in_force().unwrap().unanswered().map(|c| c.change).collect::<Vec<_>>()
        };
        let placed = |s: &mut Story| {
            crate::care::clocks::into_care(s, "2026-01-05");
            in_force(s);
            s.on("2026-04-07", crate::care::Fact::PlacementBegan(crate::care::clocks::foster("C2")));
        };
        assert_eq!(reasons(&placed, date(2026, 4, 6)), []);
        assert_eq!(reasons(&placed, date(2026, 4, 7)), [Change::Moved]);
        let adviser = |s: &mut Story| {
            let allocated = |n| crate::people::Fact::Allocated {
                worker: Id::from_u128(n),
                team: Id::from_u128(9),
                part: crate::people::Part::Adviser,
                why: None,
            };
            s.on("2026-02-01", allocated(70));
            in_force(s);
            s.on("2026-04-01", allocated(70)).on("2026-05-01", allocated(71));
        };
        assert_eq!(reasons(&adviser, date(2026, 4, 30)), [], "the same adviser, said again");
        assert_eq!(reasons(&adviser, date(2026, 5, 1)), [Change::NewAdviser]);
        let nearly_18 = |s: &mut Story| {
            s.born("2008-08-10");
            in_force(s);
        };
        assert_eq!(reasons(&nearly_18, date(2026, 5, 10)), []);
        assert_eq!(reasons(&nearly_18, date(2026, 5, 11)), [Change::Turning18]);
    }
}
