//! What was taken in so far, and the form that takes in the next return.
use super::{found::of_authority, take::Order, waiting::Shelf};
use crate::{
    deeds::Import,
    frame::{Answer, chrome, see},
    page::{
        Answers, Asked, Cell, Chrome, Column, Form, Page, Place, Sample, Table, chrome::Notice, chrome::NoticeKind,
        given, table::download,
    },
};
use axum::http::StatusCode;
use kernel::{Leave as _, Query, Service, Upload, Within, chance, instant};
use practice::{Id, Timestamp, day, reported::Return};
use serde::Deserialize;
use std::sync::Arc;

pub const PAGE: Page = Page { name: "imports/start.html", source: include_str!("start.html"), samples };
const DELIVERIES: &str = include_str!("sql/deliveries.sql");
pub const QUESTIONS: &[&str] = &[DELIVERIES];

#[derive(Clone, Debug, Deserialize)]
pub struct Row {
    delivery: Id,
    #[serde(deserialize_with = "instant")]
    taken: Timestamp,
    taken_by: Option<String>,
    return_name: String,
    authority: String,
    year: i64,
    new_rows: Option<i64>,
    changed: Option<i64>,
    withdrawn: Option<i64>,
    problems: i64,
}
/// What the form asks beside the files.
fn order(f: &mut Form) -> Option<Order> {
    f.files(
        "files",
        "Files of the return",
        "All CSV files of an SSDA903 at once, or the one XML file of an SSDA903 or a CIN census",
    );
    let authority = f
        .text("authority", "Authority")
        .hint("Only if it is not yours: three numbers, such as 892. A file that names another is refused.")
        .with("classes", "govuk-input--width-5")
        .at_most(20)
        .optional();
    let year = f
        .text("year", "Year in which the return ends")
        .hint("Its 31 March. Leave empty if the files say it.")
        .with("classes", "govuk-input--width-4")
        .with("inputmode", "numeric")
        .optional();
    let year = year_of(f, year);
    Some(Order { authority, year, ..Order::default() })
}
/// The year that was typed; a fault of the form when it is none.
pub(super) fn year_of(f: &mut Form, typed: Option<String>) -> Option<i16> {
    let typed = typed?;
    let year = typed.parse().ok().filter(|year| (1990..2200).contains(year));
    if year.is_none() {
        f.wrong("year", "Year must be 4 numbers, like 2026");
    }
    year
}

pub async fn show(shelf: Shelf, may: Within<Import>, Query(asked): Query<Answers>) -> Answer {
    let form = Form::blank(may.token(), order);
    let mut reading = may.reading().await?;
    let rows: Vec<Row> = reading.ask(DELIVERIES, &[]).await?;
    if Asked::of(COLUMNS, "taken", asked.clone()).csv {
        return Ok(download("returns", may.today(), COLUMNS, &rows.iter().map(cells).collect::<Vec<_>>()));
    }
    let mut chrome = chrome(&may, "Import", Some(Place::Import));
    if asked.one("gone").is_some() {
        let text =
            "The files are no longer here: an hour has passed, or the service was started again. Choose them again.";
        chrome.notice = Some(Notice { kind: NoticeKind::Important, text: text.into(), link: None });
    }
    page(StatusCode::OK, chrome, &rows, form, shelf.of(may.who().id, may.now()).is_some())
}
pub async fn upload(shelf: Shelf, may: Service<Import>, upload: Upload) -> Answer {
    let answers = upload.fields::<Answers>()?;
    let (mut form, order) = Form::sent(may.token(), answers, order);
    let files: Vec<_> = upload.files.into_iter().filter(|file| file.size > 0).collect();
    if files.is_empty() {
        form.wrong("files", "Choose the files of the return");
    } else if let Some(order) = order.filter(|_| !form.has_errors()) {
        match shelf.look(&may, chance::id(), Arc::new(files), order).await? {
            Ok(()) => return see("/import/waiting"),
            Err(unreadable) => form.wrong("files", &unreadable.to_string()),
        }
    }
    let rows: Vec<Row> = may.reading().await?.ask(DELIVERIES, &[]).await?;
    page(StatusCode::UNPROCESSABLE_ENTITY, chrome(&may, "Import", Some(Place::Import)), &rows, form, false)
}

const COLUMNS: &[Column] = &[
    Column::text("taken", "Taken in"),
    Column::text("return", "Return"),
    Column::text("by", "By"),
    Column::number("new", "New rows"),
    Column::number("changed", "Changed"),
    Column::number("withdrawn", "Withdrawn"),
    Column::number("problems", "Problems"),
];
fn cells(row: &Row) -> Vec<Cell> {
    let Row { authority, year, .. } = row;
    let title = Return::of(&row.return_name).map_or("A return of a later release", Return::title);
    vec![
        Cell::text(day::words_at(row.taken)).link(format!("/import/{}", row.delivery)),
        Cell::text(format!("{title} {year}")).detail(of_authority(authority)),
        Cell::text(row.taken_by.as_deref().unwrap_or(ON_THE_COMMAND_LINE)),
        Cell::number(row.new_rows.unwrap_or(0)),
        Cell::number(row.changed.unwrap_or(0)),
        Cell::number(row.withdrawn.unwrap_or(0)),
        Cell::number(row.problems),
    ]
}
pub(super) const ON_THE_COMMAND_LINE: &str = "the command line";

fn page(status: StatusCode, chrome: Chrome, rows: &[Row], form: Form, waits: bool) -> Answer {
    let asked = Asked::of(COLUMNS, "taken", Answers::default());
    let rows: Vec<_> = rows.iter().map(cells).collect();
    let table = Table::new("Returns taken in", COLUMNS, &asked, &rows, rows.len(), ("return", "returns"))?;
    Ok(PAGE.answer(status, chrome, given! { table, form, waits, any => !rows.is_empty() }))
}
fn samples() -> Vec<Sample> {
    let row = Row {
        delivery: Id::nil(),
        taken: day::moment(day::date(2026, 4, 3).at(17, 30, 0, 0)),
        taken_by: None,
        return_name: "903".into(),
        authority: "892".into(),
        year: 2026,
        new_rows: Some(12_582),
        changed: None,
        withdrawn: Some(1),
        problems: 12,
    };
    let asked = Asked::of(COLUMNS, "taken", Answers::default());
    let table = |rows: &[Vec<Cell>]| {
        Table::new("Returns taken in", COLUMNS, &asked, rows, rows.len(), ("return", "returns")).ok()
    };
    let (mut wrong, _) = Form::sent("t", Answers::of(&[("year", "26")]), order);
    wrong.wrong("files", "Choose the files of the return");
    let blank = Form::blank("t", order);
    vec![
        Sample { name: "empty", context: given! { table => table(&[]), form => blank, waits => false, any => false } },
        Sample {
            name: "wrong",
            context: given! { table => table(&[cells(&row)]), form => wrong, waits => true, any => true },
        },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_four_numbers_or_is_left_to_the_files() {
        let sent = |year: &str| {
            let (form, order) = Form::sent("t", Answers::of(&[("year", year)]), order);
            (form.has_errors(), order.and_then(|o| o.year))
        };
        assert_eq!(sent("2026"), (false, Some(2026)));
        assert_eq!(sent(""), (false, None));
        assert_eq!(sent("26"), (true, None));
        assert_eq!(sent("next"), (true, None));
    }
}
