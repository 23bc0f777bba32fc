//! What a delivery came to, whether it waits to be taken in or is in the record: what was read, and
//! what is wrong with it. One page for both, so that nothing looks different once it is done.
use super::{
    summary::OWN,
    take::{Planned, problems},
};
use crate::page::{
    Answers, Asked, Cell, Column, Page, Sample, Table, given,
    parts::Row,
    words::{count, thousands},
};
use practice::{Date, day, service::Problem};
use returns::YearFrom;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

pub const PAGE: Page = Page { name: "imports/found.html", source: include_str!("found.html"), samples };

/// What a delivery would do, as it is told to the person who decides.
#[derive(Clone, Debug, Serialize)]
pub struct Found {
    pub title: &'static str,
    pub authority: String,
    pub year: i16,
    /// Where the year comes from; a year that nobody said is asked for.
    pub year_from: String,
    pub year_is_guessed: bool,
    pub tables: Vec<TableFound>,
    pub new_children: usize,
    pub known_children: usize,
    pub files: Vec<String>,
    pub not_read: Vec<String>,
    pub queued: Vec<Queued>,
    pub same_number: Vec<String>,
    pub left: usize,
    pub left_open: usize,
    pub to_confirm: Option<usize>,
    pub changes_nothing: bool,
    #[serde(skip)]
    pub problems: Vec<Problem>,
}
/// One table, counted in rows.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct TableFound {
    pub table_name: String,
    pub rows: i64,
    pub new_rows: i64,
    pub changed: i64,
    pub unchanged: i64,
    pub withdrawn: i64,
}
/// One id, two birth dates: a person says whether it is one child.
#[derive(Clone, Debug, Serialize)]
pub struct Queued {
    pub id: String,
    pub record: Date,
    pub delivered: Date,
    pub rows: usize,
}
/// Problems of one kind: the same column of the same table, and the same to do.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Kind {
    pub table_name: String,
    pub column_name: String,
    pub to_do: String,
    /// Of one of them.
    pub what: String,
    pub things: i64,
}

impl Found {
    pub fn of(planned: &Planned) -> Found {
        let plan = &planned.plan;
        let taken = &plan.taken;
        let n = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        let table = |t: &returns::TablePlan| TableFound {
            table_name: t.table.into(),
            rows: n(taken.table(t.table).map_or(0, |r| r.rows)),
            new_rows: n(t.kept),
            changed: n(t.superseded),
            unchanged: n(t.unchanged),
            withdrawn: n(t.withdrawn),
        };
        let same = |s: &returns::SameUpn| {
            let known = match s.others.len() {
                0 => String::new(),
                n => format!(" and {} of the record", count(n as i64, "child", "children")),
            };
            format!("{}{known}: unique pupil number {}", s.delivered.join(", "), s.upn)
        };
        Found {
            title: taken.which.title(),
            authority: taken.authority.clone(),
            year: taken.year,
            year_from: match taken.year_from {
                YearFrom::Asked => "as you said".into(),
                YearFrom::File => "as the file says".into(),
                YearFrom::LatestEpisode(on) => {
                    format!("the year of the latest episode, which began on {}", day::words(on))
                }
            },
            year_is_guessed: matches!(taken.year_from, YearFrom::LatestEpisode(_)),
            tables: plan.tables.iter().map(table).collect(),
            new_children: plan.new_children.len(),
            known_children: plan.known.len(),
            files: taken.files.clone(),
            not_read: taken.not_read.iter().map(|f| format!("{}: {}", f.file, f.why)).collect(),
            queued: plan.queued.iter().map(Queued::from).collect(),
            same_number: plan.same_upn.iter().map(same).collect(),
            left: plan.no_longer_returned.len(),
            left_open: plan.no_longer_returned.iter().filter(|l| l.open).count(),
            to_confirm: planned.to_confirm(),
            changes_nothing: plan.is_nothing(),
            problems: problems(plan),
        }
    }
}
impl Found {
    pub fn summary(&self) -> Vec<Row> {
        let Found { title, authority, year, year_from, new_children, known_children, .. } = self;
        let children = format!("{} new to the record, {} known", number(*new_children), number(*known_children));
        let mut rows = vec![
            Row::new("Return", format!("{title} {}", of_authority(authority))),
            Row::new("Year", format!("To 31 March {year}, {year_from}")),
            Row::new("Children", children),
            Row::new("Files", self.files.join(", ")),
        ];
        if self.left > 0 {
            let left = format!("{}, {} open when last returned", number(self.left), number(self.left_open));
            let detail = "Nothing is closed for them. They are in the list of problems.";
            rows.push(Row { detail: Some(detail.into()), ..Row::new("No longer returned", left) });
        }
        rows
    }
}
/// A return that names no authority is this one's own.
pub fn of_authority(authority: &str) -> String {
    match authority {
        OWN => "of this authority".into(),
        named => format!("of authority {named}"),
    }
}
fn number(n: usize) -> String {
    thousands(i64::try_from(n).unwrap_or(i64::MAX))
}
impl From<&returns::Queued> for Queued {
    fn from(q: &returns::Queued) -> Queued {
        Queued { id: q.id.clone(), record: q.record, delivered: q.delivered, rows: q.rows }
    }
}

/// The kinds of problem, the most frequent first.
pub fn kinds(problems: &[Problem]) -> Vec<Kind> {
    let mut place: HashMap<(&str, &str, &str), usize> = HashMap::new();
    let mut kinds: Vec<Kind> = vec![];
    for p in problems {
        let at = *place.entry((&p.table, &p.column, &p.to_do)).or_insert(kinds.len());
        if at == kinds.len() {
            kinds.push(Kind {
                table_name: p.table.clone(),
                column_name: p.column.clone(),
                to_do: p.to_do.clone(),
                what: p.what.clone(),
                things: 0,
            });
        }
        kinds[at].things += 1;
    }
    kinds.sort_by(|a, b| {
        (b.things, &a.table_name, &a.column_name, &a.to_do).cmp(&(a.things, &b.table_name, &b.column_name, &b.to_do))
    });
    kinds
}
impl Kind {
    pub fn holds(&self, p: &Problem) -> bool {
        (&self.table_name, &self.column_name, &self.to_do) == (&p.table, &p.column, &p.to_do)
    }
}

pub const COLUMNS: &[Column] = &[
    Column::text("file", "File"),
    Column::number("row", "Row"),
    Column::text("child", "Child"),
    Column::text("column", "Column"),
    Column::text("value", "Value"),
    Column::text("what", "What is wrong"),
    Column::text("to_do", "What to do"),
];
pub fn row(p: &Problem) -> Vec<Cell> {
    let row = if p.row == 0 { Cell::text("") } else { Cell::number(p.row.into()) };
    let [file, child, column, value, what, to_do] =
        [&p.file, &p.child, &p.column, &p.value, &p.what, &p.to_do].map(Cell::text);
    vec![file, row, child, column, value, what, to_do]
}
/// The rows of the problem list on their page.
pub fn table(asked: &Asked, here: &[Problem], total: usize) -> Result<Table, minijinja::Error> {
    let rows: Vec<_> = here.iter().map(row).collect();
    Table::new("Problems", COLUMNS, asked, &rows, total, ("problem", "problems"))
}

fn samples() -> Vec<Sample> {
    let problem = |row, value: &str| Problem {
        file: "reviews.csv".into(),
        table: "Reviews".into(),
        row,
        child: "1042".into(),
        column: "REVIEW".into(),
        value: value.into(),
        what: "REVIEW is not a day.".into(),
        to_do: "Give a day as 31/12/2025.".into(),
    };
    let problems = vec![problem(7, "31/02/2026"), problem(9, "<b>")];
    let tables = vec![TableFound { table_name: "Reviews".into(), rows: 12_582, new_rows: 3, ..TableFound::default() }];
    let plan = Found {
        title: "SSDA903",
        authority: "892".into(),
        year: 2026,
        year_from: "the year of the latest episode, which began on 30 March 2026".into(),
        year_is_guessed: true,
        tables: tables.clone(),
        new_children: 1,
        known_children: 1_204,
        files: vec!["reviews.csv".into()],
        not_read: vec!["notes.docx: is not a CSV file".into()],
        queued: vec![Queued { id: "1042".into(), record: Date::MIN, delivered: Date::MAX, rows: 4 }],
        same_number: vec!["7, 8: unique pupil number A123456789012".into()],
        left: 3,
        left_open: 1,
        to_confirm: Some(900),
        changes_nothing: false,
        problems: problems.clone(),
    };
    let asked = Asked::of(COLUMNS, "file", Answers::default());
    let rows = table(&asked, &problems, 2).ok();
    let form = super::plan::blank("t", &plan, "u");
    let summary = plan.summary();
    let waiting = given! { plan, summary, tables, kinds => kinds(&problems), chosen => Some(0), rows, form };
    let summary = vec![Row::new("Return", "CIN census of authority 975, year to 31 March 2022")];
    let (tables, kinds) = (Vec::<TableFound>::new(), Vec::<Kind>::new());
    let taken =
        given! { plan => None::<Found>, summary, tables, kinds, chosen => None::<usize>, rows => None::<Table> };
    vec![Sample { name: "to be confirmed", context: waiting }, Sample { name: "taken in, no problem", context: taken }]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn problems_are_grouped_by_what_there_is_to_do_the_most_frequent_first() {
        let problem = |column: &str, to_do: &str, what: &str| Problem {
            column: column.into(),
            to_do: to_do.into(),
            what: what.into(),
            ..Problem::default()
        };
        let found = [
            problem("SEX", "Use a code.", "SEX has a code that the return does not know."),
            problem("REVIEW", "Leave one.", "As row 3."),
            problem("REVIEW", "Leave one.", "As row 4."),
        ];
        let kinds = kinds(&found);
        assert_eq!(
            kinds.iter().map(|k| (k.column_name.as_str(), k.things)).collect::<Vec<_>>(),
            [("REVIEW", 2), ("SEX", 1)]
        );
        assert!(kinds[0].holds(&found[2]) && !kinds[0].holds(&found[0]));
    }
}
