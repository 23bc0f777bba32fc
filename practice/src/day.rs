//! Days, periods, ages and the hour in London. The only module that names `jiff`.
//!
//! A *day* is a civil date in England. A period is half-open: it holds its first day and not its
//! last, so a period from 1 July to 30 September is 91 days long and touching periods do not overlap.
pub use jiff::{Timestamp, civil::Date, civil::DateTime, civil::Weekday, civil::date};
use jiff::{ToSpan, tz::TimeZone};
use serde::{Deserialize, Serialize};

/// Europe/London, compiled in: a machine without a time zone database computes the same hours.
static LONDON: TimeZone = jiff::tz::get!("Europe/London");

/// The day in England at that moment.
pub fn day_of(at: Timestamp) -> Date {
    at.to_zoned(LONDON.clone()).date()
}
/// The clock time in England at that moment.
pub fn local(at: Timestamp) -> DateTime {
    at.to_zoned(LONDON.clone()).datetime()
}
/// The moment of a clock time in England. In the hour that the clocks skip in March the later
/// reading is taken, in the hour that they repeat in October the earlier: both protect the child,
/// because a limit counted from them runs out no later than any other reading.
pub fn moment(at: DateTime) -> Timestamp {
    at.to_zoned(LONDON.clone()).map(|z| z.timestamp()).unwrap_or(Timestamp::MAX)
}
/// The first moment of a day in England.
pub fn start_of(day: Date) -> Timestamp {
    moment(day.at(0, 0, 0, 0))
}
/// `hours` on the clock of the universe: a clock change does not stretch 72 hours.
pub fn plus_hours(at: Timestamp, hours: i64) -> Timestamp {
    at.checked_add(hours.hours()).unwrap_or(Timestamp::MAX)
}

pub fn plus_minutes(at: Timestamp, minutes: i64) -> Timestamp {
    at.checked_add(minutes.minutes()).unwrap_or(Timestamp::MAX)
}

pub fn plus_days(day: Date, days: i64) -> Date {
    day.checked_add(days.days()).unwrap_or(if days < 0 { Date::MIN } else { Date::MAX })
}
pub fn plus_weeks(day: Date, weeks: i64) -> Date {
    plus_days(day, weeks * 7)
}
/// Calendar months, clamped to the end of the month: six months after 31 August is 28 or 29 February.
pub fn plus_months(day: Date, months: i64) -> Date {
    day.checked_add(months.months()).unwrap_or(if months < 0 { Date::MIN } else { Date::MAX })
}
/// Whole days from one day to another; negative when `to` is earlier.
pub fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map(|span| i64::from(span.get_days())).unwrap_or(0)
}

/// The day on which someone born on `born` attains an age: a person attains an age at the start of
/// the birthday (Family Law Reform Act 1969 s9). Born on 29 February: 1 March in a common year.
pub fn birthday(born: Date, age: i64) -> Date {
    let year = i64::from(born.year()) + age;
    let Ok(year) = i16::try_from(year) else { return Date::MAX };
    Date::new(year, born.month(), born.day()).unwrap_or_else(|_| Date::new(year, 3, 1).unwrap_or(Date::MAX))
}
/// The collection of statutory returns in which a day falls: the year in whose 31 March it ends.
pub fn collection(day: Date) -> i16 {
    day.year() + i16::from(day >= date(day.year(), 4, 1))
}
/// Completed years of age on a day; `None` before birth (an unborn child has no age).
pub fn age_on(born: Date, day: Date) -> Option<i64> {
    let guess = i64::from(day.year()) - i64::from(born.year());
    let age = if birthday(born, guess) <= day { guess } else { guess - 1 };
    (age >= 0).then_some(age)
}

/// From `from` up to, not including, `until`; open when there is no `until`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    pub from: Date,
    pub until: Option<Date>,
}
impl Period {
    pub const fn new(from: Date, until: Option<Date>) -> Period {
        Period { from, until }
    }
    pub fn holds(self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|u| day < u)
    }
    /// Its length in days, counted up to `today` while it is open.
    pub fn days(self, today: Date) -> i64 {
        days_between(self.from, self.until.unwrap_or(today)).max(0)
    }
}

/// `3 April 2026`, as GOV.UK writes dates.
pub fn words(day: Date) -> String {
    format!("{} {} {}", day.day(), MONTHS[usize::from(day.month().unsigned_abs()) - 1], day.year())
}
/// `3 April 2026 at 5:30pm`.
pub fn words_at(at: Timestamp) -> String {
    let t = local(at);
    let (hour, half) = match t.hour() {
        0 => (12, "am"),
        h @ 1..=11 => (h, "am"),
        12 => (12, "pm"),
        h => (h - 12, "pm"),
    };
    match t.minute() {
        0 => format!("{} at {hour}{half}", words(t.date())),
        m => format!("{} at {hour}:{m:02}{half}", words(t.date())),
    }
}
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_age_is_attained_at_the_start_of_the_birthday() {
        let born = date(2010, 5, 3);
        assert_eq!(age_on(born, date(2026, 5, 2)), Some(15));
        assert_eq!(age_on(born, date(2026, 5, 3)), Some(16));
        assert_eq!(age_on(born, date(2010, 5, 2)), None, "unborn");
    }
    #[test]
    fn born_on_29_february_the_birthday_is_1_march_in_a_common_year() {
        let born = date(2008, 2, 29);
        assert_eq!(birthday(born, 18), date(2026, 3, 1));
        assert_eq!(birthday(born, 16), date(2024, 2, 29));
        assert_eq!(age_on(born, date(2026, 2, 28)), Some(17));
    }
    #[test]
    fn months_clamp_to_the_end_of_the_month() {
        assert_eq!(plus_months(date(2026, 8, 31), 6), date(2027, 2, 28));
        assert_eq!(plus_months(date(2027, 8, 31), 6), date(2028, 2, 29));
        assert_eq!(plus_months(date(2026, 12, 31), 2), date(2027, 2, 28));
    }
    #[test]
    fn a_period_holds_its_first_day_and_not_its_last() {
        let p = Period::new(date(2026, 7, 1), Some(date(2026, 9, 30)));
        assert_eq!(p.days(date(2030, 1, 1)), 91);
        assert!(p.holds(date(2026, 7, 1)) && !p.holds(date(2026, 9, 30)));
    }
    #[test]
    fn seventy_two_hours_are_not_stretched_by_a_clock_change() {
        let found = moment(date(2026, 3, 28).at(18, 0, 0, 0)); // the clocks go forward that night
        assert_eq!(local(plus_hours(found, 72)), date(2026, 3, 31).at(19, 0, 0, 0));
        let found = moment(date(2026, 10, 24).at(18, 0, 0, 0)); // and back
        assert_eq!(local(plus_hours(found, 72)), date(2026, 10, 27).at(17, 0, 0, 0));
        assert_eq!(day_of(start_of(date(2026, 7, 1))), date(2026, 7, 1));
    }
    #[test]
    fn dates_read_as_gov_uk_writes_them() {
        assert_eq!(words(date(2026, 4, 3)), "3 April 2026");
        assert_eq!(words_at(moment(date(2026, 4, 3).at(17, 30, 0, 0))), "3 April 2026 at 5:30pm");
        assert_eq!(words_at(moment(date(2026, 1, 3).at(0, 0, 0, 0))), "3 January 2026 at 12am");
    }
}
