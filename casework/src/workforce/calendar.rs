//! The days that count: bank holidays after those of the table, and school years with their holidays.
use super::norms::keep;
use crate::{
    deeds::SetUp,
    frame::{Answer, chrome, see},
    page::{Answers, Form, Link, Page, Place, Sample, choice, given},
};
use axum::http::StatusCode;
use kernel::{Leave as _, Service};
use practice::{
    Date,
    calendar::{Calendar, SchoolYear},
    day::{self, days_between, plus_days},
    service::Fact,
};

pub const PAGE: Page = Page { name: "workforce/calendar.html", source: include_str!("calendar.html"), samples };
pub const YEAR: Page =
    Page { name: "workforce/school_year.html", source: include_str!("school_year.html"), samples: year_samples };

fn holiday(f: &mut Form, calendar: &Calendar) -> Option<Vec<(Date, Fact)>> {
    let on = f.day("day", "Day").not_before(Calendar::FIRST).required("Enter the day");
    if let Some(on) = on.filter(|on| calendar.is_bank_holiday(*on)) {
        f.wrong("day", &format!("{} is a bank holiday already", day::words(on)));
    }
    let title = f.text("title", "What it is called").at_most(80).required("Enter what it is called");
    let whole = [choice((), "yes", "With this one, all bank holidays of that year are entered")];
    let whole = f.checkboxes("whole", "Is the year complete?", whole).optional();
    let (on, title) = (on?, title?);
    let mut facts = vec![(on, Fact::BankHolidayProclaimed { day: on, title })];
    if !whole.is_empty() {
        facts.push((on, Fact::BankHolidaysEntered { until: day::date(on.year(), 12, 31) }));
    }
    Some(facts)
}
pub async fn show(may: Service<SetUp>) -> Answer {
    let calendar = may.reading().await?.norms().await?.calendar;
    let form = Form::blank(may.token(), |f| holiday(f, &calendar));
    page(&may, StatusCode::OK, &calendar, form)
}
pub async fn proclaim(may: Service<SetUp>, kernel::Form(answers): kernel::Form<Answers>) -> Answer {
    let calendar = may.reading().await?.norms().await?.calendar;
    let (form, facts) = Form::sent(may.token(), answers, |f| holiday(f, &calendar));
    let Some(facts) = facts else { return page(&may, StatusCode::UNPROCESSABLE_ENTITY, &calendar, form) };
    // Known from today on, whatever day it is: clocks count over it before it comes.
    let today = may.today();
    keep(may, facts.into_iter().map(|(_, fact)| (today, fact)).collect()).await?;
    see("/set-up/calendar")
}
fn page(may: &Service<SetUp>, status: StatusCode, calendar: &Calendar, form: Form) -> Answer {
    let mut chrome = chrome(may, "Calendar", Some(Place::SetUp));
    chrome.trail = vec![Link::new("/set-up", "Set up")];
    let today = chrome.today;
    Ok(PAGE.answer(status, chrome, context(calendar, today, form)))
}
fn context(calendar: &Calendar, today: Date, form: Form) -> minijinja::Value {
    let years: Vec<String> = calendar.school_years.iter().map(in_words).collect();
    let entered: Vec<String> = calendar.also.iter().map(|on| day::words(*on)).collect();
    given! { last => calendar.last(), ends_soon => calendar.ends_soon(today), entered, years, form }
}
fn in_words(year: &SchoolYear) -> String {
    let span = |(from, to): &(Date, Date)| format!("{} to {}", day::words(*from), day::words(*to));
    let holidays: Vec<String> = year.holidays.iter().map(span).collect();
    format!("{}; holidays {}", span(&(year.first, year.last)), holidays.join(", "))
}

/// The holidays within a school year in England; Christmas and Easter part it into three terms.
const HOLIDAYS: [(&str, &str); 5] = [
    ("autumn", "Autumn half term"),
    ("christmas", "Christmas holiday"),
    ("spring", "Spring half term"),
    ("easter", "Easter holiday"),
    ("summer", "Summer half term"),
];
fn school_year(f: &mut Form, calendar: &Calendar) -> Option<SchoolYear> {
    let first = f.day("first", "First day of the year").required("Enter the first day of the year");
    let days = HOLIDAYS.map(|(name, title)| {
        let end = |f: &mut Form, which: &str| {
            f.day(&format!("{name}-{which}"), &format!("{title}: {which} day"))
                .required(&format!("{title}: enter the {which} day"))
        };
        f.heading(title);
        (end(f, "first"), end(f, "last"))
    });
    f.heading("Summer holiday");
    let last = f.day("last", "Last day of the year").required("Enter the last day of the year");
    let (first, last) = (first?, last?);
    let holidays: Vec<(Date, Date)> = days.into_iter().map(|(from, to)| from.zip(to)).collect::<Option<_>>()?;
    let in_order: Vec<Date> = holidays.iter().flat_map(|(from, to)| [*from, *to]).collect();
    if !in_order.is_sorted() || in_order[0] <= first || in_order[9] >= last {
        f.wrong("last", "The holidays must follow one another between the first and the last day of the year");
    }
    if !(200..400).contains(&days_between(first, last)) {
        f.wrong("last", "A school year has more than 200 days and less than 400");
    }
    if calendar.school_years.iter().any(|y| y.first <= last && first <= y.last) {
        f.wrong("first", "A school year that was entered before has some of these days");
    }
    let (christmas, easter) = (holidays[1], holidays[3]);
    let terms = vec![
        (first, plus_days(christmas.0, -1)),
        (plus_days(christmas.1, 1), plus_days(easter.0, -1)),
        (plus_days(easter.1, 1), last),
    ];
    Some(SchoolYear { first, last, holidays, terms })
}
pub async fn ask_year(may: Service<SetUp>) -> Answer {
    let calendar = may.reading().await?.norms().await?.calendar;
    year_page(&may, StatusCode::OK, Form::blank(may.token(), |f| school_year(f, &calendar)))
}
pub async fn enter_year(may: Service<SetUp>, kernel::Form(answers): kernel::Form<Answers>) -> Answer {
    let calendar = may.reading().await?.norms().await?.calendar;
    let (form, year) = Form::sent(may.token(), answers, |f| school_year(f, &calendar));
    let Some(year) = year else { return year_page(&may, StatusCode::UNPROCESSABLE_ENTITY, form) };
    let today = may.today();
    keep(may, vec![(today, Fact::SchoolYearEntered { year })]).await?;
    see("/set-up/calendar")
}
fn year_page(may: &Service<SetUp>, status: StatusCode, form: Form) -> Answer {
    let mut chrome = chrome(may, "Enter a school year", Some(Place::SetUp));
    chrome.trail = vec![Link::new("/set-up", "Set up"), Link::new("/set-up/calendar", "Calendar")];
    Ok(YEAR.answer(status, chrome, given! { form }))
}

fn samples() -> Vec<Sample> {
    let (empty, today) = (Calendar::default(), day::date(2026, 11, 22));
    let year = SchoolYear {
        first: day::date(2026, 9, 2),
        last: day::date(2027, 7, 23),
        holidays: vec![(day::date(2026, 12, 21), day::date(2027, 1, 1))],
        terms: vec![],
    };
    let also = [day::date(2028, 6, 5)].into();
    let full = Calendar { also, known_until: Some(day::date(2028, 12, 31)), school_years: vec![year] };
    let blank = |c: &Calendar| Form::blank("t", |f| holiday(f, c));
    let (wrong, _) = Form::sent("t", Answers::default(), |f| holiday(f, &empty));
    vec![
        Sample { name: "empty", context: context(&empty, today, blank(&empty)) },
        Sample { name: "full, ends soon", context: context(&full, day::date(2028, 6, 1), wrong) },
    ]
}
fn year_samples() -> Vec<Sample> {
    let calendar = Calendar::default();
    let (wrong, _) = Form::sent("t", Answers::default(), |f| school_year(f, &calendar));
    let blank = Form::blank("t", |f| school_year(f, &calendar));
    vec![
        Sample { name: "blank", context: given! { form => blank } },
        Sample { name: "wrong", context: given! { form => wrong } },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::day::date;

    const DAYS: [(&str, Date); 12] = [
        ("first", date(2026, 9, 2)),
        ("autumn-first", date(2026, 10, 19)),
        ("autumn-last", date(2026, 10, 30)),
        ("christmas-first", date(2026, 12, 21)),
        ("christmas-last", date(2027, 1, 1)),
        ("spring-first", date(2027, 2, 15)),
        ("spring-last", date(2027, 2, 19)),
        ("easter-first", date(2027, 3, 26)),
        ("easter-last", date(2027, 4, 9)),
        ("summer-first", date(2027, 5, 31)),
        ("summer-last", date(2027, 6, 4)),
        ("last", date(2027, 7, 23)),
    ];
    fn sent(days: &[(&str, Date)], calendar: &Calendar) -> Option<SchoolYear> {
        let parts = |(name, on): &(&str, Date)| {
            let part = |part: &str, n: i64| (format!("{name}-{part}"), n.to_string());
            [part("day", on.day().into()), part("month", on.month().into()), part("year", on.year().into())]
        };
        let answers: Vec<(String, String)> = days.iter().flat_map(parts).collect();
        let answers: Vec<(&str, &str)> = answers.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        Form::sent("t", Answers::of(&answers), |f| school_year(f, calendar)).1
    }
    #[test]
    fn christmas_and_easter_part_a_school_year_into_three_terms() {
        let year = sent(&DAYS, &Calendar::default()).unwrap();
        assert_eq!(year.terms[0], (date(2026, 9, 2), date(2026, 12, 20)));
        assert_eq!(year.terms[1], (date(2027, 1, 2), date(2027, 3, 25)));
        assert_eq!((year.terms[2], year.holidays.len()), ((date(2027, 4, 10), date(2027, 7, 23)), 5));
        let twice = Calendar { school_years: vec![year], ..Calendar::default() };
        assert_eq!(sent(&DAYS, &twice), None, "the same year is not entered twice");
    }
    #[test]
    fn holidays_out_of_their_order_are_put_right_before_anything_is_kept() {
        let mut days = DAYS;
        days[3].1 = date(2027, 12, 21);
        assert_eq!(sent(&days, &Calendar::default()), None);
    }
    #[test]
    fn a_bank_holiday_is_proclaimed_once_and_may_complete_its_year() {
        let sent = |year: &str, whole: &str| {
            let answers = [
                ("day-day", "25"),
                ("day-month", "12"),
                ("day-year", year),
                ("title", "Christmas Day"),
                ("whole", whole),
            ];
            Form::sent("t", Answers::of(&answers), |f| holiday(f, &Calendar::default())).1.map(|facts| facts.len())
        };
        assert_eq!(sent("2026", ""), None, "it stands in the table");
        assert_eq!((sent("2028", ""), sent("2028", "yes")), (Some(1), Some(2)));
    }
}
