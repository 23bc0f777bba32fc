//! A delivery that was taken in: what was read, and its problems by kind and by row; and, while it is
//! being taken in, how far it is.
use super::{
    found::{COLUMNS, Found, Kind, PAGE, TableFound, of_authority, row, table},
    start::ON_THE_COMMAND_LINE,
    waiting::Shelf,
};
use crate::{
    deeds::Import,
    frame::{Answer, chrome, see},
    page::{
        Answers, Asked, Link, Place, given,
        parts::Row as Line,
        progress::{self, Progress, State},
        table::{ROWS, download},
    },
};
use axum::http::StatusCode;
use kernel::{Leave as _, Query, Value, Within, instant};
use practice::{Id, Timestamp, day, reported::Return, service::Problem};
use serde::Deserialize;

const DELIVERY: &str = include_str!("sql/delivery.sql");
const TABLES: &str = include_str!("sql/tables.sql");
const KINDS: &str = include_str!("sql/kinds.sql");
const PROBLEMS: &str = include_str!("sql/problems.sql");
pub const QUESTIONS: &[&str] = &[DELIVERY, TABLES, KINDS, PROBLEMS];

#[derive(Deserialize)]
struct Delivery {
    #[serde(deserialize_with = "instant")]
    taken: Timestamp,
    taken_by: Option<String>,
    return_name: String,
    authority: String,
    year: i64,
    files: String,
}
impl Delivery {
    fn title(&self) -> String {
        let title = Return::of(&self.return_name).map_or("A return of a later release", Return::title);
        format!("{title} {}, {}", of_authority(&self.authority), self.year)
    }
    fn summary(&self) -> Vec<Line> {
        let by = self.taken_by.as_deref().unwrap_or(ON_THE_COMMAND_LINE);
        vec![
            Line::new("Year", format!("To 31 March {}", self.year)),
            Line::new("Taken in", format!("{}, by {by}", day::words_at(self.taken))),
            Line::new("Files", &self.files),
        ]
    }
}

#[derive(Deserialize)]
struct Row {
    file: String,
    table_name: String,
    row_number: i64,
    reported_child: String,
    column_name: String,
    value: String,
    what: String,
    to_do: String,
}
impl From<Row> for Problem {
    fn from(r: Row) -> Problem {
        let Row { file, table_name: table, reported_child: child, column_name: column, value, what, to_do, .. } = r;
        Problem { file, table, row: u32::try_from(r.row_number).unwrap_or(0), child, column, value, what, to_do }
    }
}

pub async fn show(may: Within<Import>, Query(answers): Query<Answers>) -> Answer {
    let Some(id) = may.path("delivery").and_then(|id| id.parse::<Id>().ok()) else { return unknown() };
    let mut reading = may.reading().await?;
    let this = [("delivery", Value::from(id))];
    let Some(delivery) = reading.ask_one::<Delivery>(DELIVERY, &this).await? else { return unknown() };
    let kinds: Vec<Kind> = reading.ask(KINDS, &this).await?;
    let asked = Asked::of(COLUMNS, "file", answers.clone());
    let chosen = answers.one("kind").and_then(|n| n.parse::<usize>().ok()).filter(|n| *n < kinds.len());
    let kind = chosen.map(|n| &kinds[n]);
    let total = kind.map_or_else(|| kinds.iter().map(|k| k.things).sum(), |k| k.things);
    let (limit, offset) = if asked.csv { (i64::MAX, 0) } else { (ROWS as i64, asked.before() as i64) };
    let given = [
        ("delivery", id.into()),
        ("table_name", kind.map(|k| k.table_name.clone()).into()),
        ("column_name", kind.map(|k| k.column_name.clone()).into()),
        ("to_do", kind.map(|k| k.to_do.clone()).into()),
        ("limit", limit.into()),
        ("offset", offset.into()),
    ];
    let problems: Vec<Row> = reading.ask(PROBLEMS, &given).await?;
    let problems: Vec<Problem> = problems.into_iter().map(Problem::from).collect();
    if asked.csv {
        return Ok(download("problems", may.today(), COLUMNS, &problems.iter().map(row).collect::<Vec<_>>()));
    }
    let tables: Vec<TableFound> = reading.ask(TABLES, &this).await?;
    let rows = table(&asked, &problems, usize::try_from(total)?)?;
    let mut chrome = chrome(&may, delivery.title(), Some(Place::Import));
    chrome.trail = vec![Link::new("/import", "Import")];
    let summary = delivery.summary();
    Ok(PAGE.show(chrome, given! { plan => None::<Found>, summary, tables, kinds, chosen, rows }))
}
fn unknown() -> Answer {
    Ok(axum::response::IntoResponse::into_response(StatusCode::NOT_FOUND))
}

pub async fn progress(shelf: Shelf, may: Within<Import>) -> Answer {
    let Some(id) = may.path("delivery").and_then(|id| id.parse::<Id>().ok()) else { return unknown() };
    let mut chrome = chrome(&may, "Taking in a return", Some(Place::Import));
    chrome.trail = vec![Link::new("/import", "Import")];
    if let Some(told) = shelf.running(id) {
        return Ok(progress::show(chrome, &told));
    }
    let taken: Option<Delivery> = may.reading().await?.ask_one(DELIVERY, &[("delivery", id.into())]).await?;
    if taken.is_some() {
        return see(&format!("/import/{id}"));
    }
    Ok(progress::show(chrome, &nobody_knows()))
}
fn nobody_knows() -> Progress {
    Progress {
        heading: "Taking in a return".into(),
        state: State::Failed,
        said: "the service was started again before anything was kept. Upload the files again.".into(),
        done: 0,
        of: None,
        things: "facts".into(),
        next: Some(Link::new("/import", "Upload the files again")),
    }
}
