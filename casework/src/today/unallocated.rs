//! The children whom the service works with and whom nobody has been given to. Leave to allocate
//! reaches further than leave to see a team, so it is a page of its own.
use super::owed::aged;
use crate::{
    deeds::Allocate,
    frame::{Answer, chrome, see},
    page::{Answers, Asked, Cell, Column, Link, Page, Place, Sample, Table, given, table},
    people::heading::heading,
};
use kernel::{Leave as _, Query, Within};
use practice::{Date, Id, day::date};
use serde::Deserialize;

pub const PAGE: Page = Page { name: "today/unallocated.html", source: include_str!("unallocated.html"), samples };
const UNALLOCATED: &str = include_str!("sql/unallocated.sql");
pub const QUESTIONS: &[&str] = &[UNALLOCATED];

#[derive(Deserialize)]
struct Row {
    child: Id,
    name: Option<String>,
    preferred_name: Option<String>,
    born: Option<Date>,
    expected: Option<Date>,
    since: Option<Date>,
    looked_after: i64,
    on_plan: i64,
    overdue: i64,
    total: i64,
}
const COLUMNS: &[Column] = &[
    Column::text("child", "Child"),
    Column::text("status", "Status"),
    Column::text("since", "Since"),
    Column::number("overdue", "Deadlines overdue"),
];

pub async fn show(may: Within<Allocate>, Query(answers): Query<Answers>) -> Answer {
    let asked = Asked::of(COLUMNS, "since", answers);
    let (limit, offset) =
        if asked.csv { (table::MOST_IN_A_FILE, 0) } else { (table::ROWS as i64, asked.before() as i64) };
    let given = [("limit", limit.into()), ("offset", offset.into())];
    let rows: Vec<Row> = may.reading().await?.ask(UNALLOCATED, &given).await?;
    if asked.csv {
        let rows: Vec<_> = rows.iter().map(|row| row.cells(may.today())).collect();
        return Ok(table::download("unallocated", may.today(), COLUMNS, &rows));
    }
    if rows.is_empty() && asked.page > 1 {
        return see("/team/unallocated");
    }
    let mut chrome = chrome(&may, "Children without a worker", Some(Place::Team));
    chrome.trail = vec![Link::new("/team", "Team")];
    Ok(PAGE.show(chrome, given! { table => list(&rows, &asked, may.today())? }))
}
fn list(rows: &[Row], asked: &Asked, today: Date) -> Result<Table, minijinja::Error> {
    let total = rows.first().map_or(0, |row| usize::try_from(row.total).unwrap_or_default());
    let cells: Vec<_> = rows.iter().map(|row| row.cells(today)).collect();
    Table::new("Not allocated", COLUMNS, asked, &cells, total, ("child", "children"))
}
impl Row {
    fn cells(&self, today: Date) -> Vec<Cell> {
        let heading = heading(self.name.as_deref(), self.preferred_name.as_deref(), self.child);
        vec![
            Cell::text(heading).link(format!("/children/{}", self.child)).detail(aged(self.born, self.expected, today)),
            Cell::text(self.status()),
            Cell::day(self.since),
            Cell::number(self.overdue),
        ]
    }
    /// The gravest of what they are in law.
    fn status(&self) -> &'static str {
        match (self.looked_after > 0, self.on_plan > 0) {
            (true, true) => "Looked after, on a child protection plan",
            (true, false) => "Looked after",
            (false, true) => "On a child protection plan",
            (false, false) => "In need",
        }
    }
}

fn samples() -> Vec<Sample> {
    let row = |n: u128, on_plan| Row {
        child: Id::from_u128(n),
        name: Some("Amelia Fell".into()),
        preferred_name: None,
        born: None,
        expected: None,
        since: Some(date(2026, 11, 2)),
        looked_after: 0,
        on_plan,
        overdue: 2,
        total: 2,
    };
    let sample = |name, rows: &[Row]| {
        let asked = Asked::of(COLUMNS, "since", Answers::default());
        Sample { name, context: given! { table => list(rows, &asked, date(2026, 11, 22)).ok() } }
    };
    vec![sample("some", &[row(1, 1), row(2, 0)]), sample("none", &[])]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gravest_status_is_said() {
        let row = |looked_after, on_plan| Row {
            child: Id::nil(),
            name: None,
            preferred_name: None,
            born: None,
            expected: None,
            since: None,
            looked_after,
            on_plan,
            overdue: 0,
            total: 1,
        };
        assert_eq!(row(0, 0).status(), "In need");
        assert_eq!(row(1, 0).status(), "Looked after");
        assert_eq!(row(1, 1).status(), "Looked after, on a child protection plan");
    }
}
