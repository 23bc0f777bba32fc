//! The dated choices of the service, folded from its own facts. What the law leaves open is a norm
//! with a default, a source and a mark; a later change never rewrites an earlier clock.
use crate::{
    calendar::Calendar,
    care,
    clock::Matter,
    day::{Date, Period, plus_days},
    education,
    fact::Fact as F,
    front_door,
    history::History,
    leavers, protection,
    service::Fact,
    young,
};

/// A number that the council may set and that is not the length of one clock.
#[derive(Debug, PartialEq)]
pub struct Norm {
    pub code: &'static str,
    pub title: &'static str,
    pub default: i64,
    pub unit: &'static str,
    pub why: &'static str,
}
pub const WARN_DAYS: Norm = Norm {
    code: "warn_days",
    title: "Due soon",
    default: 5,
    unit: "days before a clock runs out",
    why: "Our own choice: a working week's notice",
};
pub const WITHDRAWAL_SHARE: Norm = Norm {
    code: "withdrawal_share",
    title: "Rows of a table that an import may withdraw unasked",
    default: 5,
    unit: "per cent of that table's rows",
    why: "Our own choice: a file exported by halves must not empty the record",
};
pub const NORMS: &[&Norm] = &[
    &WARN_DAYS,
    &WITHDRAWAL_SHARE,
    &care::LONG_TERM_VISITS,
    &education::PLAN_AGE,
    &education::PLAN_IN_SCHOOL_DAYS,
    &front_door::DAY_ENDS,
    &leavers::BEFORE_CEASING,
    &leavers::oc3::CONFIRMED,
    &leavers::owed::SETTING_UP_HOME,
    &leavers::owed::HIGHER_EDUCATION,
    &leavers::owed::BURSARY_16_19,
    &leavers::owed::APPRENTICESHIP,
    &leavers::owed::COUNCIL_TAX,
    &leavers::owed::STAYING_CLOSE,
    leavers::NORMS[0],
    &leavers::touch::HIGH_NEED,
    &leavers::touch::LOW_NEED,
    &leavers::targets::CASELOAD,
    &leavers::targets::COUNCIL_JOBS,
    leavers::measures::NEIGHBOURS[0],
    leavers::measures::NEIGHBOURS[1],
    leavers::measures::NEIGHBOURS[2],
    leavers::measures::NEIGHBOURS[3],
    leavers::measures::NEIGHBOURS[4],
    leavers::measures::NEIGHBOURS[5],
    &young::NAMES_IN_LOOKS,
    &protection::REVIEW_REPORTS,
    &protection::OUTLINE,
    &protection::LONG_ESCALATES,
];

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Norms {
    numbers: Vec<(String, Date, i64)>,
    /// (matter, first day, last day or open)
    covered: Vec<(Matter, Date, Option<Date>)>,
    pub calendar: Calendar,
}
impl Norms {
    pub fn of(service: &History) -> Norms {
        let mut norms = Norms::default();
        for k in service.all() {
            let F::Service(fact) = &k.fact else { continue };
            match fact {
                Fact::NormSet { norm, number, .. } => norms.numbers.push((norm.clone(), k.happened, *number)),
                Fact::BankHolidayProclaimed { day, .. } => drop(norms.calendar.also.insert(*day)),
                Fact::BankHolidaysEntered { until } => {
                    norms.calendar.known_until = norms.calendar.known_until.max(Some(*until))
                }
                Fact::SchoolYearEntered { year } => norms.calendar.school_years.push(year.clone()),
                Fact::WorkRecordedHere { matters } => {
                    norms.covered.extend(matters.iter().map(|m| (*m, k.happened, None)))
                }
                Fact::ReturnTaken { covers, .. } => {
                    norms.covered.extend(covers.iter().map(|c| (c.matter, c.from, Some(c.until))))
                }
                // What was handed out changes no norm; problems are about a delivery, never about the service.
                Fact::ReturnWritten { .. } | Fact::ProblemsFound { .. } => {}
            }
        }
        norms.calendar.school_years.sort_by_key(|y| y.first);
        norms.covered.sort();
        norms.covered.dedup();
        norms
    }
    /// The norm of that day, or `None` where nobody set one.
    pub fn number(&self, norm: &str, on: Date) -> Option<i64> {
        self.numbers.iter().rev().find(|(n, from, _)| n == norm && *from <= on).map(|n| n.2)
    }
    /// The same, with the day from which it is so.
    pub fn number_since(&self, norm: &str, on: Date) -> Option<(Date, i64)> {
        self.numbers.iter().rev().find(|(n, from, _)| n == norm && *from <= on).map(|n| (n.1, n.2))
    }
    /// The norm of that day, or its default.
    pub fn get(&self, norm: &Norm, on: Date) -> i64 {
        self.number(norm.code, on).unwrap_or(norm.default)
    }
    pub fn warn_days(&self, on: Date) -> i64 {
        self.get(&WARN_DAYS, on)
    }
    /// Did some source cover that kind of fact on every day from `from` to `to`, both included?
    pub fn covers(&self, matter: Matter, from: Date, to: Date) -> bool {
        if matches!(matter, Matter::Openings | Matter::OwnPages) {
            return true;
        }
        let mut day = from;
        // Sorted by first day, so each span either carries the day on or leaves a gap.
        for (_, first, last) in self.covered.iter().filter(|c| c.0 == matter) {
            if *first > day {
                break;
            }
            match last {
                None => return true,
                Some(last) if *last >= day => day = plus_days(*last, 1),
                Some(_) => {}
            }
        }
        day > to
    }
    /// The days from `from` up to, not including, `until` on which no source covers that kind of fact.
    pub fn gaps(&self, matter: Matter, from: Date, until: Date) -> Vec<Period> {
        let (mut gaps, mut day) = (vec![], from);
        for (_, first, last) in self.covered.iter().filter(|c| c.0 == matter) {
            if *first > day && day < until {
                gaps.push(Period::new(day, Some((*first).min(until))));
            }
            day = day.max(last.map_or(Date::MAX, |last| plus_days(last, 1)));
        }
        if day < until {
            gaps.push(Period::new(day, Some(until)));
        }
        gaps
    }
    /// Is the work itself recorded here since that day or before? A return may leave a child out
    /// without saying why; the work recorded here would say that something ended.
    pub fn recorded_here(&self, matter: Matter, since: Date) -> bool {
        self.covered.iter().any(|c| c.0 == matter && c.1 <= since && c.2.is_none())
    }
    /// The first day after the next gap on which some source covers that kind of fact again.
    pub fn covered_again(&self, matter: Matter, day: Date) -> Option<Date> {
        let spans = || self.covered.iter().filter(|c| c.0 == matter);
        let over = |d: Date| spans().find(|c| c.1 <= d && c.2.is_none_or(|last| d <= last));
        let mut gap = day;
        while let Some((_, _, last)) = over(gap) {
            gap = plus_days((*last)?, 1);
        }
        spans().map(|c| c.1).find(|first| *first > gap)
    }
    /// The first day after `today` on which some source no longer covers what it covered, or one begins to.
    pub fn coverage_changes(&self, today: Date) -> Option<Date> {
        let days = self.covered.iter().flat_map(|c| [Some(c.1), c.2.map(|last| plus_days(last, 1))]);
        days.flatten().filter(|day| *day > today).min()
    }
    /// The last day that any source covers; `None` when nothing does, `Date::MAX` when the work is recorded here.
    pub fn covered_until(&self, matter: Matter) -> Option<Date> {
        self.covered.iter().filter(|c| c.0 == matter).map(|c| c.2.unwrap_or(Date::MAX)).max()
    }
    /// The last day of the `n`-th school term that begins after `day`.
    pub fn end_of_term_after(&self, day: Date, n: i64) -> Option<Date> {
        let terms = self.calendar.school_years.iter().flat_map(|y| &y.terms);
        // Without the term that holds or precedes the day we cannot say which is the next.
        self.calendar.school_years.iter().find(|y| y.first <= day).map(|_| ())?;
        terms.filter(|(first, _)| *first > day).nth(usize::try_from(n - 1).ok()?).map(|t| t.1)
    }
    /// What a case starts from: every kind of fact is recorded here since `day`.
    pub fn all_recorded_since(day: Date) -> Norms {
        Norms { covered: Matter::ALL.iter().map(|m| (*m, day, None)).collect(), ..Norms::default() }
    }
    /// What a case sets: that number from that day on.
    pub fn set(&mut self, norm: &str, from: Date, number: i64) {
        self.numbers.push((norm.into(), from, number));
    }
    /// What a case is told by a return: that kind of fact, on those days and on no others.
    pub fn cover_only(&mut self, matter: Matter, from: Date, until: Option<Date>) {
        self.leave_uncovered(matter);
        self.covered.push((matter, from, until));
        self.covered.sort();
    }
    pub fn leave_uncovered(&mut self, matter: Matter) {
        self.covered.retain(|c| c.0 != matter);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::date;

    fn covered(spans: &[(Date, Option<Date>)]) -> Norms {
        Norms { covered: spans.iter().map(|(a, b)| (Matter::Reviews, *a, *b)).collect(), ..Norms::default() }
    }
    #[test]
    fn a_gap_between_two_returns_is_not_covered() {
        let year = |y: i16| (date(y, 4, 1), Some(date(y + 1, 3, 31)));
        let n = covered(&[year(2016), year(2017), year(2019)]);
        assert!(n.covers(Matter::Reviews, date(2016, 5, 1), date(2018, 3, 31)));
        assert!(!n.covers(Matter::Reviews, date(2016, 5, 1), date(2018, 4, 1)));
        assert!(!n.covers(Matter::Reviews, date(2018, 3, 1), date(2019, 6, 1)));
        assert!(!n.covers(Matter::Visits, date(2016, 5, 1), date(2016, 5, 1)));
        assert_eq!(n.covered_until(Matter::Reviews), Some(date(2020, 3, 31)));
    }
    #[test]
    fn after_a_gap_it_is_covered_again() {
        let n = covered(&[(date(2016, 4, 1), Some(date(2017, 3, 31))), (date(2019, 4, 1), None)]);
        assert_eq!(n.covered_again(Matter::Reviews, date(2012, 1, 1)), Some(date(2016, 4, 1)));
        assert_eq!(n.covered_again(Matter::Reviews, date(2016, 7, 1)), Some(date(2019, 4, 1)));
        assert_eq!(n.covered_again(Matter::Reviews, date(2019, 7, 1)), None);
    }
    #[test]
    fn what_is_recorded_here_is_covered_from_that_day_on() {
        let n = covered(&[(date(2026, 4, 1), None)]);
        assert!(n.covers(Matter::Reviews, date(2026, 4, 1), date(2030, 1, 1)));
        assert!(!n.covers(Matter::Reviews, date(2026, 3, 31), date(2030, 1, 1)));
    }
}
