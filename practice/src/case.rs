//! Cases: a little story and what is owed at the end of it. They bind the prose of a clock to its
//! function: the same cases run as tests and stand on the clock's page.
use crate::{
    clock::{Asked, Clock, Due, Matter, Met, Owed},
    day::{self, Date, DateTime, Timestamp},
    fact::{Fact, Id, Kept},
    history::History,
    norms::Norms,
    people,
};

pub struct Case {
    pub title: &'static str,
    pub told: fn(&mut Story),
    /// The day, or the hour (`2026-03-02T17:30`), on which it is asked.
    pub on: &'static str,
    /// A line per thing owed, parted by `; `, as [`written`] writes them. Empty: nothing is owed.
    pub owed: &'static str,
}
/// Facts about one child in the order told, and the norms that they are read under. Unless the
/// story says otherwise everything is recorded here since 2000.
pub struct Story {
    pub facts: Vec<Kept>,
    pub norms: Norms,
}
impl Default for Story {
    fn default() -> Story {
        Story { facts: vec![], norms: Norms::all_recorded_since(day::date(2000, 1, 1)) }
    }
}
impl Story {
    /// Something happened on a day (`2026-03-02`) or at an hour in England (`2026-03-02T17:30`).
    pub fn on(&mut self, when: &str, fact: impl Into<Fact>) -> &mut Story {
        let (happened, at) = read(when);
        let n = self.facts.len() as u128 + 1;
        // In a story everything is recorded on the day it happened, in the order told.
        let recorded = at.unwrap_or_else(|| day::start_of(happened));
        self.facts.push(Kept {
            id: Id::from_u128(n),
            happened,
            at,
            recorded,
            who: Id::from_u128(1),
            source: "work".into(),
            instead_of: None,
            why: String::new(),
            fact: fact.into(),
        });
        self
    }
    /// As [`Story::on`], recorded later than it happened: a row of a return, on the day it was taken in.
    pub fn taken_in(&mut self, recorded: &str, when: &str, fact: impl Into<Fact>) -> &mut Story {
        self.on(when, fact);
        if let Some(last) = self.facts.last_mut() {
            last.recorded = day::start_of(read(recorded).0);
        }
        self
    }
    /// Somebody else than the rest of the story said the last of it.
    pub fn by(&mut self, who: Id) -> &mut Story {
        if let Some(last) = self.facts.last_mut() {
            last.who = who;
        }
        self
    }
    pub fn born(&mut self, day: &str) -> &mut Story {
        self.on(
            day,
            people::Fact::Registered(people::Identity { born: Some(read(day).0), ..people::Identity::default() }),
        )
    }
    /// No source covers that kind of fact.
    pub fn uncovered(&mut self, matter: Matter) -> &mut Story {
        self.norms.leave_uncovered(matter);
        self
    }
    /// Only a return says that kind of fact, from a day to a day, both included.
    pub fn told_only(&mut self, matter: Matter, from: &str, until: &str) -> &mut Story {
        self.norms.cover_only(matter, read(from).0, Some(read(until).0));
        self
    }
    /// That kind of fact is recorded here since a day, and nobody told us of the time before.
    pub fn recorded_since(&mut self, matter: Matter, from: &str) -> &mut Story {
        self.norms.cover_only(matter, read(from).0, None);
        self
    }
    /// The council set a number of its own from a day on.
    pub fn norm(&mut self, norm: &str, from: &str, number: i64) -> &mut Story {
        self.norms.set(norm, read(from).0, number);
        self
    }
    /// A school year of three terms with half-term holidays.
    pub fn school_year(&mut self) -> &mut Story {
        let d = |s: &str| read(s).0;
        self.norms.calendar.school_years.push(crate::calendar::SchoolYear {
            first: d("2025-09-01"),
            last: d("2026-07-22"),
            holidays: vec![
                (d("2025-10-27"), d("2025-10-31")),
                (d("2025-12-20"), d("2026-01-04")),
                (d("2026-02-16"), d("2026-02-20")),
                (d("2026-03-28"), d("2026-04-12")),
                (d("2026-05-25"), d("2026-05-29")),
            ],
            terms: vec![
                (d("2025-09-01"), d("2025-12-19")),
                (d("2026-01-05"), d("2026-03-27")),
                (d("2026-04-13"), d("2026-07-22")),
            ],
        });
        self
    }
    pub fn history(&self, today: Date) -> History {
        History::new(self.facts.clone(), today)
    }
}
/// A day or an hour in England, as cases write it.
///
/// # Panics
/// When it is neither: a case is source text, and a wrong one must not run.
pub fn read(when: &str) -> (Date, Option<Timestamp>) {
    match when.contains('T') {
        true => {
            let at: DateTime = when.parse().expect("a case names an hour as 2026-03-02T17:30");
            (at.date(), Some(day::moment(at)))
        }
        false => (when.parse().expect("a case names a day as 2026-03-02"), None),
    }
}

/// `due 2026-03-03 met 2026-03-02`, `due 2026-03-03 overdue`, `due 2026-03-05T17:30 running`, `not known`;
/// a row of a decision table stands before it: `V05 due …`.
pub fn written(owed: &Owed, now: Timestamp) -> String {
    let row = if owed.row == owed.clock { String::new() } else { format!("{} ", owed.row) };
    let due = match owed.due {
        Some(Due::Day(day)) => format!("due {day} "),
        Some(Due::At(at)) => format!("due {} ", day::local(at).strftime("%Y-%m-%dT%H:%M")),
        None => String::new(),
    };
    let when = match &owed.met {
        Met::By(e) => format!(" {}", e.on),
        Met::Superseded { on, .. } => format!(" {on}"),
        _ => String::new(),
    };
    format!("{row}{due}{}{when}", owed.standing(now).words())
}

impl Clock {
    pub fn ask(&self, h: &History, norms: &Norms) -> Vec<Owed> {
        let mut owed = (self.owed)(&Asked { clock: self, h, norms });
        owed.retain(|o| self.from.is_none_or(|f| f <= o.start.on) && self.until.is_none_or(|u| o.start.on <= u));
        owed
    }
    /// Each case whose answer is not what it says: its title, what was expected and what came.
    pub fn failing_cases(&self) -> Vec<String> {
        self.cases
            .iter()
            .filter_map(|case| {
                let mut story = Story::default();
                (case.told)(&mut story);
                let (today, at) = read(case.on);
                let now = at.unwrap_or_else(|| day::start_of(today));
                let came: Vec<String> =
                    self.ask(&story.history(today), &story.norms).iter().map(|o| written(o, now)).collect();
                let came = came.join("; ");
                (came != case.owed).then(|| {
                    format!(
                        "{} «{}» on {}\n  expected: {}\n  came:     {came}",
                        self.code, case.title, case.on, case.owed
                    )
                })
            })
            .collect()
    }
}
