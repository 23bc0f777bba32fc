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
