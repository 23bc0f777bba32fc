//! The status with its reasoning, on any day; asked of a history as it was known then, as known on any day.
use super::{
    Days, Flag, Lived, fold,
    rows::{self, Category, Row},
    table::{self, Found, failed},
};
use crate::{
    day::{Date, Period, birthday, plus_days, words},
    history::History,
    norms::Norms,
    status::Reason,
};
use std::collections::BTreeSet;

#[derive(Clone, Debug, PartialEq)]
pub struct Status {
    pub on: Date,
    /// The row of the table that decided, with its source and its mark.
    pub row: &'static Row,
    pub days: Days,
    pub flags: BTreeSet<Flag>,
    pub reasons: Vec<Reason>,
    /// What time alone will change, if nothing else happens.
    pub changes: Vec<Change>,
    /// Where it is not known: the row that what we hold would come to, and what to obtain.
    pub as_far_as_known: Option<&'static Row>,
    pub obtain: Vec<String>,
}
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    pub on: Date,
    pub row: &'static Row,
}
impl Status {
    pub fn category(&self) -> Category {
        self.row.category
    }
    pub fn band(&self) -> &'static str {
        self.row.band
    }
    /// Is there something that a person must decide?
    pub fn asks_a_person(&self) -> bool {
        self.row.category == Category::NotKnown || self.flags.iter().any(|f| f.asks_a_person())
    }
}

/// What somebody is in law on a day, by the facts of a history.
pub fn status(h: &History, norms: &Norms, on: Date) -> Status {
    of(&fold::lived(h, norms, on), norms, on)
}
pub fn of(l: &Lived, norms: &Norms, on: Date) -> Status {
    let Some(born) = l.born else { return without_birthday(l, on) };
    let found = table::decide(l, born, norms, on);
    let changes = changes(l, born, norms, on, &found);
    let (as_far_as_known, obtain) = match missing(l, born, on, found.row) {
        obtain if obtain.is_empty() => (None, obtain),
        obtain => (Some(found.row), obtain),
    };
    let row = if as_far_as_known.is_some() { &rows::UNKNOWN } else { found.row };
    let mut reasons = vec![Reason { fact: None, rule: row.source, words: row.says.into() }];
    if row.code != rows::DIED.code {
        let first = found.days.spells.first().and_then(|s| s.fact);
        reasons.push(Reason { fact: first, rule: COUNTED, words: found.days.words() });
    }
    reasons.extend(found.read.into_iter().map(|(fact, words)| Reason { fact, rule: found.row.source, words }));
    Status { on, row, days: found.days, flags: found.flags, reasons, changes, as_far_as_known, obtain }
}
const COUNTED: &str = "Days from the 14th birthday on, counted in half-open periods: 1 July to 30 September is 91 days \
                       (Children Act 1989 Sch 2 para 19B(2)(b))";

fn without_birthday(l: &Lived, on: Date) -> Status {
    let died = l.died.is_some_and(|died| died <= on);
    let row = if died { &rows::DIED } else { &rows::UNKNOWN };
    let obtain = if died { vec![] } else { vec!["The date of birth".into()] };
    Status {
        on,
        row,
        days: Days { at_least: !died, ..Days::default() },
        flags: BTreeSet::new(),
        reasons: vec![Reason { fact: None, rule: row.source, words: row.says.into() }],
        changes: vec![],
        as_far_as_known: None,
        obtain,
    }
}
/// What must be obtained before the row stands; nothing where it stands already. A test passed on at
/// least so many days is passed.
fn missing(l: &Lived, born: Date, on: Date, row: &Row) -> Vec<String> {
    let b18 = birthday(born, 18);
    // Whether the child is looked after today decides between eligible and relevant.
    let today = Period::new(on, Some(plus_days(on, 1)));
    let now_unknown = on < b18 && l.care_gaps.iter().any(|g| super::lived::overlap(*g, today));
    let undecided = failed(row) || row.category == Category::Relevant && now_unknown;
    let gaps = l.care_gaps.iter().filter(|g| g.from < b18 && g.from <= on && undecided);
    let said = |g: &Period| match g.until.filter(|u| *u <= on) {
        Some(until) => format!("from {} to {}", words(g.from), words(until)),
        None => format!("since {}", words(g.from)),
    };
    gaps.map(|g| format!("When and under what legal status the young person was looked after {}", said(g))).collect()
}
/// The same table asked of the days on which something turns, until nothing does.
fn changes(l: &Lived, born: Date, norms: &Norms, on: Date, now: &Found) -> Vec<Change> {
    let mut days: BTreeSet<Date> = now.turning.iter().copied().filter(|d| *d > on).collect();
    let (mut changes, mut row) = (vec![], now.row);
    while let Some(day) = days.pop_first() {
        let then = table::decide(l, born, norms, day);
        days.extend(then.turning.into_iter().filter(|d| *d > day));
        if (then.row.category, then.row.band) != (row.category, row.band) {
            changes.push(Change { on: day, row: then.row });
        }
        row = then.row;
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::{
        super::told::{asked, said, story},
        *,
    };
    use crate::{
        care::clocks::episode,
        case::Story,
        clock::Matter,
        day::{date, start_of},
    };

    fn told(lines: &str) -> Story {
        story(&format!("2010-03-10 born; {lines}"))
    }
    fn changing(lines: &str, on: &str) -> Vec<String> {
        asked(&told(lines), on).changes.iter().map(|c| format!("{} row {}", c.on, c.row.code)).collect()
    }
    #[test]
    fn a_test_passed_on_at_least_so_many_days_is_passed_and_one_failed_is_not_known() {
        let mut s = told("2026-04-01 care V2/U6");
        s.recorded_since(Matter::Placements, "2026-01-01");
        assert_eq!(said(&asked(&s, "2026-07-05")), "ELIGIBLE 16_17 row 4, at least 95 days");
        let short = asked(&s, "2026-06-01");
        assert_eq!(said(&short), "NOT_KNOWN row not known, at least 61 days, projected_eligible=2026-07-01");
        assert_eq!(short.as_far_as_known.map(|r| r.code), Some("5"));
        assert_eq!(
            short.obtain,
            ["When and under what legal status the young person was looked after from 10 March 2024 to 1 January 2026"]
        );
    }
    #[test]
    fn nobody_is_called_qualifying_or_none_on_half_a_record() {
        let half = |lines: &str, on| {
            let mut s = told(lines);
            s.recorded_since(Matter::Placements, "2026-01-01");
            let found = asked(&s, on);
            (found.category(), found.as_far_as_known.map(|r| r.code))
        };
        let left = "2026-04-01 care V2/U6; 2026-06-01 left";
        assert_eq!(half(left, "2026-08-01"), (Category::NotKnown, Some("10")));
        assert_eq!(half(left, "2029-08-01"), (Category::NotKnown, Some("12b")));
        assert_eq!(half(left, "2031-08-01"), (Category::NotKnown, Some("17")));
        assert_eq!(half("", "2026-08-01"), (Category::NotKnown, Some("12c")));
        assert_eq!(half(left, "2026-03-01"), (Category::None, None), "under 16 is known");
        assert_eq!(half(left, "2035-03-10"), (Category::None, None), "and so is 25");
        assert_eq!(half("2026-04-01 care V2/U6; 2026-07-10 left", "2026-08-01"), (Category::Relevant, None));
    }
    #[test]
    fn where_nobody_says_how_they_live_the_six_month_rule_is_not_applied() {
        let home = "2025-01-01 care V2/U6; 2026-05-31 left; 2026-05-31 home mother";
        let mut s = told(home);
        s.uncovered(Matter::LivingElsewhere);
        assert_eq!(said(&asked(&s, "2026-12-30")), "RELEVANT 16_17 row 6, 515 days, HOME_NOT_KNOWN");
        assert_eq!(said(&asked(&s, "2028-12-30")), "FORMER_RELEVANT 18_20_FULL row 12, 515 days, HOME_NOT_KNOWN");
        s.recorded_since(Matter::LivingElsewhere, "2026-05-31");
        assert_eq!(said(&asked(&s, "2026-12-30")), "QUALIFYING 16_20 row 10, 515 days");
    }
    #[test]
    fn what_a_return_leaves_open_is_known_up_to_its_last_day() {
        let mut s = Story::default();
        s.taken_in("2026-05-02", "2025-06-01", episode("2025-06-01", "S C2 U4", "", 2026)).born("2010-03-10");
        s.told_only(Matter::Placements, "2024-03-01", "2026-03-31");
        assert_eq!(said(&asked(&s, "2026-03-31")), "ELIGIBLE 16_17 row 4, 303 days");
        let now = asked(&s, "2026-06-01");
        assert_eq!(said(&now), "NOT_KNOWN row not known, at least 304 days");
        assert_eq!(now.as_far_as_known.map(|r| r.code), Some("6"), "eligible or relevant: nobody knows");
        assert_eq!(said(&asked(&s, "2028-06-01")), "FORMER_RELEVANT 18_20_FULL row 12, at least 304 days");
    }
    #[test]
    fn without_a_date_of_birth_nothing_is_known() {
        let found = asked(&story("2025-01-01 care C2/U4"), "2026-06-01");
        assert_eq!((found.category(), found.obtain), (Category::NotKnown, vec!["The date of birth".to_owned()]));
    }
    #[test]
    fn what_time_alone_will_change() {
        assert_eq!(
            changing("2026-04-01 care V2/U6", "2026-06-01"),
            ["2026-07-01 row 4", "2028-03-10 row 11", "2031-03-10 row 15", "2035-03-10 row 18"]
        );
        assert_eq!(
            changing("2025-01-01 care V2/U6; 2026-05-31 left; 2026-05-31 home mother", "2026-09-01"),
            ["2026-11-30 row 10", "2031-03-10 row 17", "2035-03-10 row 18"]
        );
        assert_eq!(changing("2025-01-01 care C2/U4", "2026-01-01")[0], "2026-03-10 row 4");
    }
    #[test]
    fn as_it_was_known_on_a_day() {
        let mut s = told("2025-01-01 care V2/U6");
        s.taken_in("2026-07-20", "2026-05-31", crate::care::clocks::left_care());
        let known = |then: Date| {
            let h = History::known_by(&s.facts, start_of(then), then);
            status(&h, &s.norms, date(2026, 7, 1)).row.code
        };
        assert_eq!((known(date(2026, 7, 19)), known(date(2026, 7, 21))), ("4", "6"));
    }
    #[test]
    fn the_reasons_name_the_facts_and_say_the_arithmetic() {
        let found = asked(&told("2026-04-01 care V2/U6; 2026-07-01 left"), "2026-08-01");
        let words: Vec<&str> = found.reasons.iter().map(|r| r.words.as_str()).collect();
        assert_eq!(
            words[1..],
            [
                "91 days looked after since the 14th birthday: 91 from 1 April 2026 to 1 July 2026",
                "Eligible until care ended on 1 July 2026"
            ]
        );
        assert!(found.reasons[1].fact.is_some() && found.asks_a_person());
    }
}
