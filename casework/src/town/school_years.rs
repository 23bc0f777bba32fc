//! School years with invented terms, shaped like those of an English city.
use super::{Town, days::OPENED, named};
use practice::{
    Date, Subject,
    calendar::{SchoolYear, is_weekend},
    day::{date, plus_days, plus_months, start_of},
    service::Fact,
};

type Days = (Date, Date);
/// First and last day of the year, half terms in October, February and May, Christmas, Easter.
type Year = (Date, Date, [Days; 5]);
const fn d(y: i16, m: i8, day: i8) -> Date {
    date(y, m, day)
}
#[rustfmt::skip]
const YEARS: [Year; 6] = [
    (d(2021, 9, 2), d(2022, 7, 22), [(d(2021, 10, 18), d(2021, 10, 29)), (d(2021, 12, 20), d(2022, 1, 3)), (d(2022, 2, 21), d(2022, 2, 25)), (d(2022, 4, 11), d(2022, 4, 22)), (d(2022, 5, 30), d(2022, 6, 3))]),
    (d(2022, 9, 1), d(2023, 7, 25), [(d(2022, 10, 17), d(2022, 10, 28)), (d(2022, 12, 19), d(2023, 1, 2)), (d(2023, 2, 13), d(2023, 2, 17)), (d(2023, 4, 3), d(2023, 4, 14)), (d(2023, 5, 29), d(2023, 6, 2))]),
    (d(2023, 9, 4), d(2024, 7, 24), [(d(2023, 10, 16), d(2023, 10, 27)), (d(2023, 12, 25), d(2024, 1, 5)), (d(2024, 2, 19), d(2024, 2, 23)), (d(2024, 3, 29), d(2024, 4, 12)), (d(2024, 5, 27), d(2024, 5, 31))]),
    (d(2024, 9, 3), d(2025, 7, 23), [(d(2024, 10, 21), d(2024, 11, 1)), (d(2024, 12, 23), d(2025, 1, 3)), (d(2025, 2, 17), d(2025, 2, 21)), (d(2025, 4, 14), d(2025, 4, 25)), (d(2025, 5, 26), d(2025, 5, 30))]),
    (d(2025, 9, 2), d(2026, 7, 22), [(d(2025, 10, 20), d(2025, 10, 31)), (d(2025, 12, 22), d(2026, 1, 2)), (d(2026, 2, 16), d(2026, 2, 20)), (d(2026, 3, 30), d(2026, 4, 10)), (d(2026, 5, 25), d(2026, 5, 29))]),
    (d(2026, 9, 2), d(2027, 7, 23), [(d(2026, 10, 19), d(2026, 10, 30)), (d(2026, 12, 21), d(2027, 1, 1)), (d(2027, 2, 15), d(2027, 2, 19)), (d(2027, 3, 26), d(2027, 4, 9)), (d(2027, 5, 31), d(2027, 6, 4))]),
];

impl Town {
    /// Those that are known when the town opens, then each in the spring before it begins.
    pub(super) fn enter_school_years(&mut self) {
        for year in &YEARS {
            let fact = Fact::SchoolYearEntered { year: school_year(year) };
            let known = plus_months(year.0, -5);
            match known <= OPENED {
                true => self.say_of(named::ADMINISTRATOR_INDEX, Subject::Service, OPENED, fact),
                false => self.say_at(start_of(known), named::ADMINISTRATOR_INDEX, Subject::Service, fact),
            }
        }
    }
    /// As the schools count; a week and a half more where no school year is entered.
    pub(super) fn after_school_days(&self, day: Date, n: i64) -> Date {
        let (mut day, mut left) = (day, n);
        while left > 0 {
            day = plus_days(day, 1);
            left -= i64::from(self.days.works(day) && self.in_school(day));
        }
        day
    }
    pub(super) fn in_school(&self, day: Date) -> bool {
        match YEARS.iter().find(|y| (y.0..=y.1).contains(&day)) {
            Some((_, _, holidays)) => !holidays.iter().any(|(from, to)| (*from..=*to).contains(&day)),
            None => !is_weekend(day) && day > YEARS[YEARS.len() - 1].1,
        }
    }
    /// First and last day of the term after the one that holds this day; none is known after the last year.
    pub(super) fn next_term(&self, day: Date) -> Option<Days> {
        YEARS.iter().flat_map(terms).find(|(first, _)| *first > day)
    }
}
/// Christmas and Easter part a year into three terms.
fn terms((first, last, holidays): &Year) -> [Days; 3] {
    let (christmas, easter) = (holidays[1], holidays[3]);
    [
        (*first, plus_days(christmas.0, -1)),
        (plus_days(christmas.1, 1), plus_days(easter.0, -1)),
        (plus_days(easter.1, 1), *last),
    ]
}
fn school_year(year: &Year) -> SchoolYear {
    SchoolYear { first: year.0, last: year.1, holidays: year.2.to_vec(), terms: terms(year).to_vec() }
}
