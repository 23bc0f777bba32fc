//! A run counted by child and by worker: whom to ask first. It holds the records that the reader may see.
use super::run::{Run, read};
use crate::{
    deeds::CheckReturn,
    frame::{Answer, chrome},
    page::{
        Answers, Asked, Cell, Column, Page, Place, Sample, Table, given,
        table::{MOST_IN_A_FILE, ROWS, download},
    },
    people::heading::heading,
};
use axum::{http::StatusCode, response::IntoResponse as _};
use kernel::{Leave as _, Query, Within};
use practice::Id;
use serde::Deserialize;

pub const PAGE: Page = Page { name: "returns_desk/by.html", source: include_str!("by.html"), samples };
const BY_CHILD: &str = include_str!("sql/by_child.sql");
const BY_WORKER: &str = include_str!("sql/by_worker.sql");
pub const QUESTIONS: &[&str] = &[BY_CHILD, BY_WORKER];

#[derive(Clone, Deserialize)]
struct Counts {
    errors: i64,
    queries: i64,
    explained: i64,
    undecided: i64,
    total: i64,
}
impl Counts {
    fn cells(&self) -> [Cell; 4] {
        [self.errors, self.queries, self.explained, self.undecided].map(Cell::number)
    }
}
/// A row of `by_child.sql`.
#[derive(Clone, Deserialize)]
struct ByChild {
    child: Option<Id>,
    reported_child: String,
    name: Option<String>,
    preferred_name: Option<String>,
    worker: Option<String>,
    #[serde(flatten)]
    counts: Counts,
}
/// A row of `by_worker.sql`.
#[derive(Clone, Deserialize)]
struct ByWorker {
    worker: Option<Id>,
    name: Option<String>,
    children: i64,
    #[serde(flatten)]
    counts: Counts,
}
const COUNTS: [Column; 4] = [
    Column::number("errors", "Errors"),
    Column::number("queries", "Queries"),
    Column::number("explained", "Queries explained"),
    Column::number("undecided", "Rows undecided"),
];
const CHILDREN: &[Column] =
    &[Column::text("child", "Child"), Column::text("worker", "Worker"), COUNTS[0], COUNTS[1], COUNTS[2], COUNTS[3]];
const WORKERS: &[Column] = &[
    Column::text("worker", "Worker"),
    Column::number("children", "Children"),
    COUNTS[0],
    COUNTS[1],
    COUNTS[2],
    COUNTS[3],
];

fn of_child(run: &Run, row: &ByChild) -> Vec<Cell> {
    let whose = match (row.child, row.reported_child.as_str()) {
        (Some(child), _) => {
            let name = heading(row.name.as_deref(), row.preferred_name.as_deref(), child);
            Cell::text(name).link(format!("{}?child={child}#list", run.address()))
        }
        (None, "") => Cell::text("The return as a whole"),
        (None, id) => Cell::text(format!("Child {id}, whom the record does not know")),
    };
    let worker = match (&row.worker, row.child) {
        (Some(worker), _) => Cell::text(worker),
        (None, Some(_)) => Cell::text("Nobody is allocated"),
        (None, None) => Cell::text(""),
    };
    [whose, worker].into_iter().chain(row.counts.cells()).collect()
}
fn of_worker(run: &Run, row: &ByWorker) -> Vec<Cell> {
    let (name, id) = match row.worker {
        Some(worker) => (row.name.as_deref().unwrap_or("A worker who has left"), worker.to_string()),
        None => ("Nobody is allocated", super::wanted::NOBODY.to_owned()),
    };
    let name = Cell::text(name).link(format!("{}?worker={id}#list", run.address()));
    [name, Cell::number(row.children)].into_iter().chain(row.counts.cells()).collect()
}
/// What is shown of either list.
struct Shown {
    caption: &'static str,
    columns: &'static [Column],
    things: (&'static str, &'static str),
    rows: Vec<Vec<Cell>>,
    total: i64,
}
fn children(run: &Run, rows: &[ByChild]) -> Shown {
    Shown {
        caption: "By child",
        columns: CHILDREN,
        things: ("child", "children"),
        rows: rows.iter().map(|row| of_child(run, row)).collect(),
        total: rows.first().map_or(0, |r| r.counts.total),
    }
}
fn workers(run: &Run, rows: &[ByWorker]) -> Shown {
    Shown {
        caption: "By worker",
        columns: WORKERS,
        things: ("worker", "workers"),
        rows: rows.iter().map(|row| of_worker(run, row)).collect(),
        total: rows.first().map_or(0, |r| r.counts.total),
    }
}

pub async fn show(may: Within<CheckReturn>, Query(answers): Query<Answers>) -> Answer {
    let mut reading = may.reading().await?;
    let unknown = || Ok(StatusCode::NOT_FOUND.into_response());
    let Some((run, ..)) = read(&mut reading, may.path("run")).await? else { return unknown() };
    let asked = Asked::of(&COUNTS, "errors", answers);
    let (limit, offset) = if asked.csv { (MOST_IN_A_FILE, 0) } else { (ROWS as i64, asked.before() as i64) };
    let given = [("run", run.run.into()), ("limit", limit.into()), ("offset", offset.into())];
    let shown = match may.path("by") {
        Some("child") => children(&run, &reading.ask::<ByChild>(BY_CHILD, &given).await?),
        Some("worker") => workers(&run, &reading.ask::<ByWorker>(BY_WORKER, &given).await?),
        _ => return unknown(),
    };
    if asked.csv {
        return Ok(download("run", may.today(), shown.columns, &shown.rows));
    }
    let mut chrome = chrome(&may, format!("{}: {}", run.title(), shown.caption.to_lowercase()), Some(Place::Returns));
    chrome.trail = run.trail();
    Ok(PAGE.show(chrome, context(&run, &asked, &shown)?))
}
fn context(run: &Run, asked: &Asked, shown: &Shown) -> Result<minijinja::Value, minijinja::Error> {
    let total = usize::try_from(shown.total).unwrap_or(0);
    let table = Table::new(shown.caption, shown.columns, asked, &shown.rows, total, shown.things)?;
    Ok(given! { title => run.title(), address => run.address(), caption => shown.caption, table })
}
fn samples() -> Vec<Sample> {
    let run = super::run::sample_run().0;
    let asked = Asked::of(&COUNTS, "errors", Answers::default());
    let counts = Counts { errors: 4, queries: 2, explained: 1, undecided: 0, total: 3 };
    let child = ByChild {
        child: Some(Id::from_u128(1)),
        reported_child: "1001".into(),
        name: Some("Kieran Holt".into()),
        preferred_name: None,
        worker: Some("Grace Adeyinka".into()),
        counts: counts.clone(),
    };
    let stray = ByChild { child: None, worker: None, ..child.clone() };
    let whole = ByChild { reported_child: String::new(), ..stray.clone() };
    let grace = ByWorker { worker: Some(Id::nil()), name: Some("Grace Adeyinka".into()), children: 2, counts };
    let nobody = ByWorker { worker: None, name: None, ..grace.clone() };
    let of = |shown: Shown| context(&run, &asked, &shown).unwrap_or_default();
    vec![
        Sample { name: "by child", context: of(children(&run, &[child, stray, whole])) },
        Sample { name: "by worker", context: of(workers(&run, &[grace, nobody])) },
        Sample { name: "nothing found", context: of(workers(&run, &[])) },
    ]
}
