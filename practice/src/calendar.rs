//! Which days count. A *working day* is not a Saturday, a Sunday or a bank holiday in England
//! (Banking and Financial Dealings Act 1971; Care Planning Regulations 2010 reg 2). Days on which
//! the council shuts its offices do count. A *school day* is also outside the school's holidays.
//!
//! The table of bank holidays is data with its source; days proclaimed later are norms. Outside
//! the table nothing is guessed: the answer is `None` and the clock that asked says *not known*.
use crate::day::{Date, MONTHS, Weekday, plus_days};
use std::{collections::BTreeSet, sync::LazyLock};

/// England and Wales 2015-2027. 2022-2027 agree with the list published on GOV.UK; 2015-2021 were
/// made by the rules of the 1971 Act and its proclamations.
const TABLE: &str = include_str!("data/bank_holidays.tsv");
static BANK_HOLIDAYS: LazyLock<BTreeSet<Date>> = LazyLock::new(|| {
    let day = |line: &str| line.split('\t').next().and_then(|d| d.parse().ok());
    TABLE.lines().skip(1).map(|l| day(l).expect("each line of the table begins with a date")).collect()
});

/// The dated choices that decide which days count: bank holidays beyond the table, and school years.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Calendar {
    /// Proclaimed after the table was made.
    pub also: BTreeSet<Date>,
    /// The last day of each later year that somebody has entered whole.
    pub known_until: Option<Date>,
    pub school_years: Vec<SchoolYear>,
}
/// A school year with its holidays; both ends of each are days within it.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct SchoolYear {
    pub first: Date,
    pub last: Date,
    pub holidays: Vec<(Date, Date)>,
    /// The first and the last day of each term.
    pub terms: Vec<(Date, Date)>,
}
/// The day that a count came to, and the bank holidays that it stepped over.
#[derive(Clone, Debug, PartialEq)]
pub struct Counted {
    pub day: Date,
    pub stepped_over: Vec<Date>,
}

impl Calendar {
    pub const FIRST: Date = crate::day::date(2015, 1, 1);
    const TABLE_LAST: Date = crate::day::date(2027, 12, 31);

    /// The last day on which this calendar can say what counts.
    pub fn last(&self) -> Date {
        self.known_until.map_or(Self::TABLE_LAST, |k| k.max(Self::TABLE_LAST))
    }
    /// To be said when the calendar ends within a year: every long clock is about to be *not known*.
    pub fn ends_soon(&self, today: Date) -> Option<String> {
        (crate::day::plus_months(today, 12) > self.last()).then(|| {
            format!(
                "The bank holidays are known up to {}. Enter the next year's before clocks run past it.",
                crate::day::words(self.last())
            )
        })
    }
    fn knows(&self, day: Date) -> bool {
        (Self::FIRST..=self.last()).contains(&day)
    }
    pub fn is_bank_holiday(&self, day: Date) -> bool {
        BANK_HOLIDAYS.contains(&day) || self.also.contains(&day)
    }
    /// `None` when the calendar does not reach that day.
    pub fn is_working_day(&self, day: Date) -> Option<bool> {
        self.knows(day).then(|| !is_weekend(day) && !self.is_bank_holiday(day))
    }
    /// `None` when no school year that somebody entered holds that day.
    pub fn is_school_day(&self, day: Date) -> Option<bool> {
        let year = self.school_years.iter().find(|y| (y.first..=y.last).contains(&day))?;
        let off = year.holidays.iter().any(|(from, to)| (*from..=*to).contains(&day));
        Some(self.is_working_day(day)? && !off)
    }
    /// The day of the event is day 0; the answer is the n-th working day after it.
    pub fn plus_working_days(&self, from: Date, n: i64) -> Option<Counted> {
        self.count(from, n, |day| self.is_working_day(day))
    }
    pub fn plus_school_days(&self, from: Date, n: i64) -> Option<Counted> {
        self.count(from, n, |day| self.is_school_day(day))
    }
    /// How many working days lie after `from`, up to and including `to`.
    pub fn working_days_between(&self, from: Date, to: Date) -> Option<i64> {
        let (mut day, mut n) = (from, 0);
        while day < to {
            day = plus_days(day, 1);
            n += i64::from(self.is_working_day(day)?);
        }
        Some(n)
    }
    fn count(&self, from: Date, n: i64, counts: impl Fn(Date) -> Option<bool>) -> Option<Counted> {
        let (mut day, mut left, mut stepped_over) = (from, n.abs(), vec![]);
        self.knows(from).then_some(())?;
        while left > 0 {
            day = plus_days(day, n.signum());
            if counts(day)? {
                left -= 1;
            } else if self.is_bank_holiday(day) && !is_weekend(day) {
                stepped_over.push(day);
            }
        }
        Some(Counted { day, stepped_over })
    }
}
pub fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}
impl Counted {
    /// `; 25 and 28 December and 1 January do not count`, or nothing.
    pub fn words(&self) -> String {
        let mut days = self.stepped_over.clone();
        days.sort();
        let mut parts: Vec<(i8, Vec<String>)> = vec![];
        for day in &days {
            match parts.last_mut().filter(|p| p.0 == day.month()) {
                Some(part) => part.1.push(day.day().to_string()),
                None => parts.push((day.month(), vec![day.day().to_string()])),
            }
        }
        let months = parts
            .into_iter()
            .map(|(m, days)| format!("{} {}", days.join(" and "), MONTHS[m.unsigned_abs() as usize - 1]));
        match (months.collect::<Vec<_>>().join(" and "), days.len()) {
            (_, 0) => String::new(),
            (list, 1) => format!("; {list} does not count"),
            (list, _) => format!("; {list} do not count"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::{date, days_between};
    use proptest::prelude::*;

    /// Worked by hand from the published holidays.
    #[test]
    fn known_counts() {
        let c = Calendar::default();
        for (from, n, to) in [
            (date(2026, 12, 10), 15, date(2027, 1, 5)),
            (date(2026, 12, 14), 20, date(2027, 1, 14)),
            (date(2026, 11, 22), 45, date(2027, 1, 27)),
            (date(2020, 5, 1), 10, date(2020, 5, 18)),
            (date(2022, 9, 5), 70, date(2022, 12, 13)),
            (date(2026, 12, 24), 1, date(2026, 12, 29)),
        ] {
            assert_eq!(c.plus_working_days(from, n).map(|x| x.day), Some(to), "{n} after {from}");
            assert_eq!(c.working_days_between(from, to), Some(n));
        }
    }
    #[test]
    fn the_arithmetic_names_the_days_that_do_not_count() {
        let c = Calendar::default();
        assert_eq!(
            c.plus_working_days(date(2026, 12, 10), 15).unwrap().words(),
            "; 25 and 28 December and 1 January do not count"
        );
        assert_eq!(c.plus_working_days(date(2022, 9, 16), 3).unwrap().words(), "; 19 September does not count");
        assert_eq!(c.plus_working_days(date(2026, 11, 2), 3).unwrap().words(), "");
    }
    #[test]
    fn outside_the_table_nothing_is_guessed() {
        let c = Calendar::default();
        assert_eq!(c.plus_working_days(date(2027, 12, 20), 15), None);
        assert_eq!(c.plus_working_days(date(2014, 12, 1), 1), None);
        assert!(c.ends_soon(date(2026, 11, 22)).is_none() && c.ends_soon(date(2027, 1, 1)).is_some());
        let later =
            Calendar { known_until: Some(date(2028, 12, 31)), also: [date(2028, 1, 3)].into(), ..Calendar::default() };
        assert_eq!(later.plus_working_days(date(2027, 12, 31), 1).unwrap().day, date(2028, 1, 4));
    }
    #[test]
    fn school_days_leave_out_the_holidays() {
        let year = SchoolYear {
            first: date(2026, 9, 1),
            last: date(2027, 7, 23),
            holidays: vec![(date(2026, 10, 26), date(2026, 10, 30))],
            terms: vec![],
        };
        let c = Calendar { school_years: vec![year], ..Calendar::default() };
        assert_eq!(c.plus_school_days(date(2026, 10, 23), 1).unwrap().day, date(2026, 11, 2));
        assert_eq!(Calendar::default().plus_school_days(date(2026, 10, 23), 1), None, "no school year was entered");
    }
    fn any_day() -> impl Strategy<Value = Date> {
        (0i64..4000).prop_map(|n| plus_days(date(2015, 6, 1), n))
    }
    proptest! {
        #[test]
        fn counting_on_and_counting_between_agree(from in any_day(), n in 0i64..60) {
            let c = Calendar::default();
            let to = c.plus_working_days(from, n).unwrap().day;
            prop_assert_eq!(c.working_days_between(from, to), Some(n));
            prop_assert!(n == 0 || c.is_working_day(to) == Some(true));
        }
        #[test]
        fn one_step_at_a_time_comes_to_the_same(from in any_day(), a in 0i64..30, b in 1i64..30) {
            let c = Calendar::default();
            let step = c.plus_working_days(from, a).unwrap().day;
            prop_assert_eq!(c.plus_working_days(step, b).unwrap().day, c.plus_working_days(from, a + b).unwrap().day);
        }
        #[test]
        fn later_starts_never_run_out_earlier(from in any_day(), later in 0i64..40, n in 1i64..46) {
            let c = Calendar::default();
            let a = c.plus_working_days(from, n).unwrap().day;
            prop_assert!(a <= c.plus_working_days(plus_days(from, later), n).unwrap().day);
            prop_assert!(days_between(from, a) >= n);
        }
    }
}
