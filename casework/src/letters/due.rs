//! The letters that wait: which, to whom, since when; and what was sent by post in the last days, to be printed.
use crate::{
    deeds::RecordWork,
    frame::{Answer, chrome},
    page::{Page, Place, Sample, given},
    people::heading::heading,
};
use kernel::{Leave as _, Within};
use practice::{Date, Id, day, letters::letter};
use serde::{Deserialize, Serialize};

pub const PAGE: Page = Page { name: "letters/due.html", source: include_str!("due.html"), samples };
const DUE: &str = include_str!("sql/due.sql");
const TO_PRINT: &str = include_str!("sql/to_print.sql");
pub const QUESTIONS: &[&str] = &[DUE, TO_PRINT];
/// As the question has it.
const MOST: i64 = 500;
/// For so many days a letter stands among those to be printed.
const PRINTED_WITHIN: i64 = 14;

#[derive(Deserialize)]
struct Row {
    child: Id,
    name: Option<String>,
    preferred_name: Option<String>,
    letter: String,
    since: Option<Date>,
    stopped: Option<String>,
    worker: Option<String>,
    total: i64,
}
#[derive(Deserialize)]
struct Posted {
    child: Id,
    fact: Id,
    name: Option<String>,
    preferred_name: Option<String>,
    letter: String,
    sent: Date,
}
/// A letter, as the page shows it.
#[derive(Serialize)]
struct Line {
    href: String,
    heading: String,
    title: &'static str,
    on: String,
    worker: String,
    stopped: Option<String>,
    /// Where it is said how to reach them.
    contact: String,
}
pub async fn show(may: Within<RecordWork>) -> Answer {
    let mut reading = may.reading().await?;
    let due: Vec<Row> = reading.ask(DUE, &[]).await?;
    let since = day::plus_days(may.today(), -PRINTED_WITHIN);
    let posted: Vec<Posted> = reading.ask(TO_PRINT, &[("since", since.into())]).await?;
    let total = due.first().map_or(0, |row| row.total);
    let due = due.iter().map(Row::line).collect();
    let chrome = chrome(&may, "Letters", Some(Place::Today));
    Ok(PAGE.show(chrome, context(due, posted.iter().map(Posted::line).collect(), total)))
}
fn context(due: Vec<Line>, posted: Vec<Line>, total: i64) -> minijinja::Value {
    given! { due, posted, total, most => MOST, days => PRINTED_WITHIN }
}
fn title(code: &str) -> &'static str {
    letter(code).map_or("A letter", |l| l.title)
}
impl Row {
    fn line(&self) -> Line {
        Line {
            href: format!("/children/{}/letters/{}", self.child, self.letter),
            heading: heading(self.name.as_deref(), self.preferred_name.as_deref(), self.child),
            title: title(&self.letter),
            on: self.since.map(day::words).unwrap_or_default(),
            worker: self.worker.clone().unwrap_or_else(|| "nobody".into()),
            stopped: self.stopped.clone(),
            contact: format!("/children/{}/contact", self.child),
        }
    }
}
impl Posted {
    fn line(&self) -> Line {
        Line {
            href: format!("/children/{}/sent/{}", self.child, self.fact),
            heading: heading(self.name.as_deref(), self.preferred_name.as_deref(), self.child),
            title: title(&self.letter),
            on: day::words(self.sent),
            worker: String::new(),
            stopped: None,
            contact: String::new(),
        }
    }
}
fn samples() -> Vec<Sample> {
    let row = |stopped: Option<&str>| Row {
        child: Id::from_u128(1),
        name: Some("Kai Marsh".into()),
        preferred_name: None,
        letter: "rights".into(),
        since: Some(day::date(2026, 11, 2)),
        stopped: stopped.map(str::to_owned),
        worker: Some("Grace Adeyinka".into()),
        total: 2,
    };
    let posted = Posted {
        child: Id::from_u128(1),
        fact: Id::from_u128(2),
        name: Some("Kai Marsh".into()),
        preferred_name: None,
        letter: "your_plan".into(),
        sent: day::date(2026, 11, 20),
    };
    let some = vec![row(Some("No safe way: the address is not safe")).line(), row(None).line()];
    vec![
        Sample { name: "some", context: context(some, vec![posted.line()], 2) },
        Sample { name: "none", context: context(vec![], vec![], 0) },
    ]
}
