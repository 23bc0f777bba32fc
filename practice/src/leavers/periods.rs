//! What a young person has been in law from the 16th birthday on, one status after another: duties and clocks
//! follow it.
use super::{Category, Fact, Footing, Lived, fold, holds, rows, table, touch};
use crate::{
    asked::Ended,
    care,
    day::{Date, birthday, plus_days, plus_months},
    fact::{Event, Fact as F, Kept},
    history::History,
    norms::Norms,
};
use std::collections::BTreeSet;

/// One status from a day on: what holds, whether computed, recorded or decided.
#[derive(Clone, Debug, PartialEq)]
pub struct StatusPeriod {
    /// The day on which it began, with the fact that was last to shape it.
    pub began: Event,
    pub until: Option<Date>,
    pub held: Footing,
    /// The next, where there is one.
    pub then: Option<Footing>,
    /// The next day on which time alone would end it.
    pub turns: Option<Date>,
}
impl StatusPeriod {
    pub fn holds(&self, day: Date) -> bool {
        self.began.on <= day && self.until.is_none_or(|u| day < u)
    }
    /// Is anything owed under it?
    pub fn is_leaver(&self) -> bool {
        !matches!(self.held.category, Category::None | Category::NotKnown)
    }
    pub fn ended(&self) -> Option<Ended> {
        let then = self.then?;
        let why = match (then.category, then.band) {
            (_, "DECEASED") => "The young person died",
            (_, "AGED_OUT_25") => "Turned 25",
            _ if then.is_offered_support() => "21 or over: support is offered every year",
            (Category::Eligible, _) => "Looked after again",
            (Category::Relevant, _) => "Ceased to be looked after",
            (Category::FormerRelevant, _) => "Now a former relevant young person",
            (Category::Qualifying | Category::QualifyingBySgo, _) => "Now a qualifying young person",
            (Category::None | Category::NotKnown, _) => "No longer a care leaver in law",
        };
        Some(Ended { on: self.until?, why })
    }
}
/// A duty that lasts through one status or several without a gap.
#[derive(Clone, Debug, PartialEq)]
pub struct Duty {
    pub began: Event,
    pub ended: Option<Ended>,
}

/// Every status since the 16th birthday, up to the history's today, *none* too; nothing for whom no other can hold.
pub fn periods(h: &History, norms: &Norms) -> Vec<StatusPeriod> {
    let Some(born) = h.born().filter(|born| birthday(*born, 16) <= h.today) else { return vec![] };
    if !can_matter(h) {
        return vec![];
    }
    let said = h.all().find(|k| matches!(&k.fact, F::Leavers(f) if says_category(f))).map(|k| k.happened);
    let mut days = days_of(h, norms, born);
    let mut all: Vec<StatusPeriod> = vec![];
    while let Some(day) = days.pop_first() {
        // As it was known to lie behind that day: a later wish says nothing of an earlier status.
        let l = fold::lived(h, norms, day);
        let found = table::decide(&l, born, norms, day);
        // Until somebody says a category, what is computed holds: to set it beside nothing would only take longer.
        let held = match said {
            Some(said) if said <= day => holds(&h.until(day), norms, day).held,
            _ => Footing { category: found.row.category, band: found.row.band },
        };
        let turns = found.turning.iter().copied().filter(|d| *d > day).min();
        days.extend(found.turning.into_iter().filter(|d| *d > day && *d <= h.today));
        if let Some(last) = all.last_mut() {
            last.turns = turns;
            if last.held == held {
                continue;
            }
            (last.until, last.then) = (Some(day), Some(held));
        }
        all.push(StatusPeriod { began: shaped(h, day), until: None, held, then: None, turns });
    }
    all
}
fn says_category(f: &Fact) -> bool {
    matches!(f, Fact::CategoryRecorded { .. } | Fact::CategoryDecided { .. })
}
/// Somebody who was never looked after, accommodated, detained or under guardianship has no status.
fn can_matter(h: &History) -> bool {
    h.care().periods.iter().chain(&h.care().brief).next().is_some()
        || !h.arrangements().is_empty()
        || h.all().any(|k| shapes(&k.fact))
}
pub(super) fn shapes(f: &F) -> bool {
    match f {
        F::Care(f) => !matches!(f, care::Fact::ReviewHeld { .. } | care::Fact::CarePlanPrepared),
        F::Leavers(f) if says_category(f) => true,
        F::Leavers(f) => matches!(
            f,
            Fact::LivingWithBegan { .. }
                | Fact::LivingWithEnded
                | Fact::SpecialGuardianshipMade { .. }
                | Fact::SpecialGuardianshipEnded
                | Fact::OtherStayBegan { .. }
                | Fact::OtherStayEnded
                | Fact::LearningSaid { .. }
                | Fact::ActivityBegan(_)
                | Fact::ActivityEnded
                | Fact::SupportRequested
                | Fact::SupportNoLongerWanted
        ),
        _ => false,
    }
}
/// Where they live now: it may end the months at home.
pub(super) fn is_a_move(f: &F) -> bool {
    matches!(f, F::Leavers(Fact::AccommodationBegan(_) | Fact::AccommodationEnded))
}
/// The days on which something was said that may turn it, and the birthdays of the table.
fn days_of(h: &History, norms: &Norms, born: Date) -> BTreeSet<Date> {
    let b16 = birthday(born, 16);
    let l = fold::lived(h, norms, h.today);
    let said = h.all().filter(|k| matches!(k.fact, F::Leavers(_)) && shapes(&k.fact)).map(|k| k.happened);
    let days = spans(&l).chain(said).chain([16, 18, 21, 25].map(|age| birthday(born, age))).chain(l.died);
    days.filter(|d| *d >= b16 && *d <= h.today).collect()
}
fn spans(l: &Lived) -> impl Iterator<Item = Date> {
    let stays = l.care.iter().map(|s| s.period);
    let spells = l.detained.iter().map(|s| s.period).chain(l.others.iter().map(|(_, s)| s.period));
    // A home ends by a move too, which is no fact of its own.
    let homes = l.homes.iter().map(|h| h.spell.period).chain(l.unsaid.iter().map(|u| u.spell.period));
    stays.chain(spells).chain(homes).flat_map(|p| [Some(p.from), p.until]).flatten()
}
/// The fact that was the last to shape what holds from that day on, speaking of that day.
fn shaped(h: &History, day: Date) -> Event {
    let before = || h.all().rev().filter(|k| k.happened <= day);
    let says = |k: &&Kept| {
        let moved_then = is_a_move(&k.fact) && k.happened == day;
        shapes(&k.fact) || moved_then || matches!(k.fact, F::PrivateFostering(_))
    };
    let last = before().find(says).or_else(|| before().next()).or_else(|| h.all().next());
    let event = last.map(Event::from);
    event.map_or(Event { fact: crate::fact::Id::nil(), on: day, at: None, recorded: crate::day::start_of(day) }, |e| {
        e.on(day)
    })
}

/// Statuses that owe the same, joined.
pub(super) fn duties(h: &History, norms: &Norms, owes: impl Fn(Footing) -> bool) -> Vec<Duty> {
    let mut all: Vec<Duty> = vec![];
    for period in h.status_periods(norms).iter().filter(|p| owes(p.held)) {
        match all.last_mut().filter(|d| d.ended.is_some_and(|e| e.on == period.began.on)) {
            Some(open) => open.ended = period.ended(),
            None => all.push(Duty { began: period.began, ended: period.ended() }),
        }
    }
    all
}
impl Footing {
    /// Has a personal adviser and a pathway plan: an eligible or relevant child, a former relevant young person to
    /// 21, and after that whoever learns or asked for support.
    pub fn is_advised(self) -> bool {
        match self.category {
            Category::Eligible | Category::Relevant => true,
            Category::FormerRelevant => !self.is_offered_support(),
            _ => false,
        }
    }
    /// Has left care and has an adviser, who keeps in touch.
    pub fn is_kept_in_touch(self) -> bool {
        self.is_advised() && self.category != Category::Eligible
    }
    /// 21 or over, neither learning nor asking: support is offered every year (s23CZB).
    pub fn is_offered_support(self) -> bool {
        self.category == Category::FormerRelevant && self.band == rows::KEEP_IN_TOUCH.band
    }
}

/// The days on which time alone changes what a leaver is, opens or closes a window of OC3, or makes the last contact
/// too long ago to say that we are in touch.
pub(super) fn turning(h: &History, norms: &Norms) -> impl Iterator<Item = Date> {
    let leaver = h.status_periods(norms).last();
    let windows = (17..=21).filter_map(|age| h.birthday(age)).flat_map(|d| [plus_months(d, -3), d, plus_months(d, 1)]);
    let lapses = touch::two_way(h).last().map(|e| plus_days(touch::lapses(h, norms, e.on), 1));
    let days = windows.chain(lapses).collect::<Vec<_>>();
    let days = leaver.into_iter().flat_map(move |last| last.turns.into_iter().chain(days.clone()));
    let ages = [16, 18, 21, 22, 25].into_iter().filter_map(|age| h.birthday(age));
    days.chain(ages.filter(move |_| leaver.is_some()))
}

#[cfg(test)]
mod tests {
    use super::{super::told::story, *};
    use crate::day::date;

    fn held(lines: &str, on: Date) -> Vec<String> {
        let s = story(&format!("2005-03-10 born; {lines}"));
        let h = s.history(on);
        let leaver = h.status_periods(&s.norms).iter().filter(|p| p.is_leaver());
        leaver.map(|p| format!("{} {}{}", p.began.on, p.held.category, p.held.band)).collect()
    }
    #[test]
    fn one_status_after_another() {
        let life = "2019-06-01 care C2/U4; 2021-06-01 left; 2022-01-10 care V2/U6; 2026-04-01 learning wishes; \
                    2027-01-01 learning neither";
        assert_eq!(
            held(life, date(2031, 1, 1)),
            [
                "2021-03-10 ELIGIBLE16_17",
                "2021-06-01 RELEVANT16_17",
                "2022-01-10 ELIGIBLE16_17",
                "2023-03-10 FORMER_RELEVANT18_20_FULL",
                "2026-03-10 FORMER_RELEVANT21_24_KEEP_IN_TOUCH",
                "2026-04-01 FORMER_RELEVANT21_24_ETE",
                "2027-01-01 FORMER_RELEVANT21_24_KEEP_IN_TOUCH",
            ]
        );
    }
    #[test]
    fn the_hundredth_day_is_found_though_nobody_said_anything_on_it() {
        assert_eq!(held("2021-04-01 care V2/U6", date(2021, 12, 1)), ["2021-07-01 ELIGIBLE16_17"]);
    }
    #[test]
    fn an_activity_says_whether_somebody_learns() {
        let life = "2019-06-01 care C2/U4; 2026-05-01 does F1; 2026-09-01 does G5";
        let last = |lines: &str, on| held(lines, on).pop().unwrap_or_default();
        assert_eq!(last(life, date(2026, 6, 1)), "2026-05-01 FORMER_RELEVANT21_24_ETE");
        assert_eq!(last(life, date(2026, 10, 1)), "2026-09-01 FORMER_RELEVANT21_24_KEEP_IN_TOUCH");
    }
    #[test]
    fn a_job_beside_the_course_takes_nothing_away() {
        let life = "2019-06-01 care C2/U4; 2026-05-01 learning in; 2026-09-01 does P5";
        let last = |more: &str, on| held(&format!("{life}; {more}"), on).pop().unwrap_or_default();
        assert_eq!(last("", date(2026, 10, 1)), "2026-05-01 FORMER_RELEVANT21_24_ETE");
        assert_eq!(last("2026-11-01 stopped", date(2026, 12, 1)), "2026-05-01 FORMER_RELEVANT21_24_ETE");
        let over = "2026-11-01 stopped; 2026-11-20 learning neither";
        assert_eq!(last(over, date(2026, 12, 1)), "2026-11-20 FORMER_RELEVANT21_24_KEEP_IN_TOUCH");
        let course = last("2026-11-01 does F1; 2026-11-20 stopped", date(2026, 12, 1));
        assert_eq!(course, "2026-11-20 FORMER_RELEVANT21_24_KEEP_IN_TOUCH");
    }
    #[test]
    fn a_move_that_ends_six_months_at_home_begins_a_status_on_its_day() {
        let home = "2019-06-01 care V2/U6; 2021-06-01 left; 2021-06-01 home mother";
        let of = |lines: &str| held(&format!("{home}; {lines}"), date(2022, 6, 1));
        let settled = ["2021-03-10 ELIGIBLE16_17", "2021-06-01 RELEVANT16_17", "2021-12-01 QUALIFYING16_20"];
        assert_eq!(of(""), settled);
        assert_eq!(of("2022-01-10 lives U1")[2..], ["2021-12-01 QUALIFYING16_20", "2022-01-10 RELEVANT16_17"]);
        assert_eq!(of("2022-01-10 lives B1")[3..], ["2022-01-10 RELEVANT16_17"], "until somebody says with whom");
        assert_eq!(of("2022-01-10 lives B1; 2022-01-10 home mother"), settled);
    }
    #[test]
    fn it_ends_with_death_and_nobody_is_asked_about_who_was_never_in_care() {
        assert_eq!(held("2019-06-01 care C2/U4; 2021-09-01 died", date(2024, 6, 1)), ["2021-03-10 ELIGIBLE16_17"]);
        assert!(held("", date(2024, 6, 1)).is_empty());
    }
    #[test]
    fn each_day_holds_what_the_status_of_the_day_says() {
        let s = story("2005-03-10 born; 2019-06-01 care C2/U4; 2021-06-01 left; 2021-06-01 home mother");
        let h = s.history(date(2024, 1, 1));
        for day in [(2021, 3, 9), (2021, 5, 31), (2021, 6, 1), (2021, 11, 30), (2021, 12, 1), (2023, 3, 10)] {
            let day = date(day.0, day.1, day.2);
            let says = holds(&h.until(day), &s.norms, day).held.category;
            let stands = h.status_periods(&s.norms).iter().find(|p| p.holds(day)).map(|p| p.held.category);
            assert_eq!(stands.unwrap_or(Category::None), says, "{day}");
        }
    }
    #[test]
    fn what_was_recorded_holds_while_it_owes_more_and_what_was_decided_holds_at_once() {
        // Sixty days in care: qualifying by the table, written down as relevant.
        let wrong = "2021-04-01 care V2/U6; 2021-05-31 left; 2021-07-01 recorded RELEVANT";
        assert_eq!(
            held(wrong, date(2021, 12, 1)),
            ["2021-05-31 QUALIFYING16_20", "2021-07-01 RELEVANT16_17"],
            "until somebody decides, the one that owes more"
        );
        assert_eq!(
            held(&format!("{wrong}; 2021-09-01 decided QUALIFYING"), date(2021, 12, 1)),
            ["2021-05-31 QUALIFYING16_20", "2021-07-01 RELEVANT16_17", "2021-09-01 QUALIFYING16_20"]
        );
    }
}
