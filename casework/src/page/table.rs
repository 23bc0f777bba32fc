//! One table: sorted by its headings, filtered by a plain form, paged, and taken away as CSV.
//!
//! Its columns are declared once. What the address asks ([`Asked`]) goes into the question that
//! fetches the rows; the same columns head the page and the CSV, so they cannot differ.
use super::{
    csv,
    form::Answers,
    words::{Colour, Tag, count, thousands},
};
use axum::response::Response;
use minijinja::{Error, HtmlEscape};
use practice::{Date, clock::Standing, day};
use serde::Serialize;
use serde_json::{Value as Json, json};
use std::borrow::Cow;

/// How many rows a page shows.
pub const ROWS: usize = 50;
/// A file may hold more than a page, but not everything there ever was.
pub const MOST_IN_A_FILE: i64 = 20_000;

#[derive(Clone, Copy, Debug)]
pub struct Column {
    pub key: &'static str,
    pub text: &'static str,
    pub number: bool,
    /// The question has an order by this column.
    pub sorts: bool,
}
impl Column {
    pub const fn text(key: &'static str, text: &'static str) -> Column {
        Column { key, text, number: false, sorts: false }
    }
    pub const fn number(key: &'static str, text: &'static str) -> Column {
        Column { key, text, number: true, sorts: false }
    }
    pub const fn sorts(self) -> Column {
        Column { sorts: true, ..self }
    }
}

/// What the address asks of a table, read against its columns: a sort that is not one of theirs is not asked.
#[derive(Clone, Debug)]
pub struct Asked {
    pub sort: &'static str,
    pub down: bool,
    /// From 1.
    pub page: usize,
    /// The whole as a file, and not one page of it.
    pub csv: bool,
    answers: Answers,
}
impl Asked {
    pub fn of(columns: &[Column], usual_sort: &'static str, answers: Answers) -> Asked {
        let wanted = answers.one("sort");
        let sort = columns.iter().find(|c| c.sorts && wanted.as_deref() == Some(c.key)).map_or(usual_sort, |c| c.key);
        Asked {
            sort,
            down: answers.one("order").as_deref() == Some("down"),
            page: answers.one("page").and_then(|page| page.parse().ok()).unwrap_or(1).max(1),
            csv: answers.one("as").as_deref() == Some("csv"),
            answers,
        }
    }
    /// How many rows come before this page.
    pub fn before(&self) -> usize {
        (self.page - 1).saturating_mul(ROWS)
    }
    /// This page's part of rows that were all fetched.
    pub fn part<T>(&self, rows: Vec<T>) -> Vec<T> {
        rows.into_iter().skip(self.before()).take(ROWS).collect()
    }
    fn link(&self, anew: &[(&str, Option<&str>)]) -> String {
        self.answers.query_with(anew)
    }
}

/// What stands in a cell: words, and what they lead to or mean.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    text: String,
    /// What the CSV says where it differs from the page: a day as 2026-04-03.
    plain: Option<String>,
    href: Option<String>,
    colour: Option<Colour>,
    /// A second, smaller line.
    detail: Option<String>,
    /// It is not broken over lines.
    whole: bool,
}
impl Cell {
    pub fn text(text: impl Into<String>) -> Cell {
        Cell { text: text.into(), ..Cell::default() }
    }
    pub fn number(n: i64) -> Cell {
        Cell { text: thousands(n), plain: Some(n.to_string()), ..Cell::default() }
    }
    pub fn day(on: Option<Date>) -> Cell {
        match on {
            Some(on) => Cell { text: day::words(on), plain: Some(on.to_string()), whole: true, ..Cell::default() },
            None => Cell { text: "not known".into(), plain: Some(String::new()), ..Cell::default() },
        }
    }
    pub fn tag(tag: Tag) -> Cell {
        Cell { text: tag.text, colour: Some(tag.colour), ..Cell::default() }
    }
    pub fn standing(standing: Standing) -> Cell {
        Cell::tag(standing.into())
    }
    pub fn link(self, href: impl Into<String>) -> Cell {
        Cell { href: Some(href.into()), ..self }
    }
    pub fn detail(self, detail: impl Into<String>) -> Cell {
        Cell { detail: Some(detail.into()), ..self }
    }
    fn html(&self) -> Result<String, Error> {
        let words = match self.colour {
            Some(colour) => Tag::new(&self.text, colour).html()?.to_string(),
            None if self.whole => format!("<span class=\"loxley-whole\">{}</span>", HtmlEscape(&self.text)),
            None => HtmlEscape(&self.text).to_string(),
        };
        let words = match &self.href {
            Some(href) => format!("<a class=\"govuk-link\" href=\"{}\">{words}</a>", HtmlEscape(href)),
            None => words,
        };
        let detail = |d: &String| format!("<span class=\"loxley-detail\">{}</span>", HtmlEscape(d));
        Ok(words + &self.detail.as_ref().map(detail).unwrap_or_default())
    }
}

/// A table as its part shows it: `{{ loxley.table(table=table, filter=filter) }}`.
#[derive(Clone, Debug, Serialize)]
pub struct Table {
    caption: String,
    head: Vec<Json>,
    rows: Vec<Vec<Json>>,
    /// How many there are, and which of them are here.
    said: String,
    /// Previous, next and the pages between; nothing where one page holds all.
    pages: Option<Json>,
    csv: String,
    /// What a filter must hand on: the order.
    kept: Vec<(&'static str, String)>,
    /// The address without any filter.
    clear: String,
}

impl Table {
    /// `rows` are those of the page that was asked for, `total` all there are; `things` are what a row
    /// is, as in "1 deadline, 2 deadlines".
    pub fn new(
        caption: &str,
        columns: &[Column],
        asked: &Asked,
        rows: &[Vec<Cell>],
        total: usize,
        things: (&str, &str),
    ) -> Result<Table, Error> {
        let cells = |row: &Vec<Cell>| {
            let cell = |(column, cell): (&Column, &Cell)| Ok(formatted(column, json!({ "html": cell.html()? })));
            columns.iter().zip(row).map(cell).collect::<Result<Vec<_>, Error>>()
        };
        Ok(Table {
            caption: caption.to_owned(),
            head: columns.iter().map(|column| head(column, asked)).collect(),
            rows: rows.iter().map(cells).collect::<Result<_, _>>()?,
            said: said(asked, rows.len(), total, things),
            pages: pages(asked, total.div_ceil(ROWS)),
            csv: asked.link(&[("as", Some("csv")), ("page", None)]),
            kept: order(asked),
            clear: cleared(asked),
        })
    }
}

/// The same rows as a download, all of them.
pub fn download(what: &'static str, today: Date, columns: &[Column], rows: &[Vec<Cell>]) -> Response {
    let head: Vec<Cow<str>> = columns.iter().map(|column| column.text.into()).collect();
    let plain = |cell: &Cell| Cow::Owned(cell.plain.clone().unwrap_or_else(|| cell.text.clone()));
    let body = rows.iter().map(|row| row.iter().map(plain).collect::<Vec<Cow<str>>>());
    csv::download(what, today, csv::text(std::iter::once(head).chain(body)))
}

fn head(column: &Column, asked: &Asked) -> Json {
    if !column.sorts {
        return formatted(column, json!({ "text": column.text }));
    }
    let sorted = asked.sort == column.key;
    let down_next = sorted && !asked.down;
    let order = down_next.then_some("down");
    let href = asked.link(&[("sort", Some(column.key)), ("order", order), ("page", None)]);
    let arrow = match (sorted, asked.down) {
        (true, false) => " <span aria-hidden=\"true\">▲</span>",
        (true, true) => " <span aria-hidden=\"true\">▼</span>",
        _ => "",
    };
    let html = format!(
        "<a class=\"govuk-link loxley-sort\" href=\"{}\">{}{arrow}<span class=\"govuk-visually-hidden\">, sort {}</span></a>",
        HtmlEscape(&href),
        HtmlEscape(column.text),
        if down_next { "downwards" } else { "upwards" },
    );
    let mut cell = json!({ "html": html });
    if sorted {
        cell["attributes"] = json!({ "aria-sort": if asked.down { "descending" } else { "ascending" } });
    }
    formatted(column, cell)
}

fn formatted(column: &Column, mut cell: Json) -> Json {
    if column.number {
        cell["format"] = json!("numeric");
    }
    cell
}

/// How many there are, and which of them are here.
pub(crate) fn said(asked: &Asked, here: usize, total: usize, (one, many): (&str, &str)) -> String {
    let all = count(i64::try_from(total).unwrap_or(i64::MAX), one, many);
    match here {
        0 if total == 0 => format!("No {many} match"),
        0 => format!("This page is empty: there are {all}"),
        _ if here == total => all,
        _ => format!("{} to {} of {all}", asked.before() + 1, asked.before() + here),
    }
}

/// Previous, next and the pages between, as the component asks for them; nothing where one page holds all.
pub(crate) fn pages(asked: &Asked, last: usize) -> Option<Json> {
    if last <= 1 {
        return None;
    }
    let href = |page: usize| asked.link(&[("page", Some(&page.to_string()))]);
    let here = asked.page.min(last);
    let mut items = vec![];
    for page in 1..=last {
        if page == 1 || page == last || page.abs_diff(here) <= 1 {
            items.push(json!({ "number": page, "href": href(page), "current": page == asked.page }));
        } else if page.abs_diff(here) == 2 {
            items.push(json!({ "ellipsis": true }));
        }
    }
    let mut all = json!({ "items": items });
    if here > 1 {
        all["previous"] = json!({ "href": href(here - 1) });
    }
    if asked.page < last {
        all["next"] = json!({ "href": href(here + 1) });
    }
    Some(all)
}

fn order(asked: &Asked) -> Vec<(&'static str, String)> {
    let down = asked.down.then(|| ("order", "down".to_owned()));
    std::iter::once(("sort", asked.sort.to_owned())).chain(down).collect()
}
fn cleared(asked: &Asked) -> String {
    let order = order(asked);
    let pairs: Vec<(&str, Option<&str>)> = order.iter().map(|(name, value)| (*name, Some(value.as_str()))).collect();
    Answers::default().query_with(&pairs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::day::date;

    const COLUMNS: &[Column] = &[
        Column::text("child", "Child").sorts(),
        Column::text("due", "Due").sorts(),
        Column::number("late", "Days late"),
    ];

    fn asked(query: &str) -> Asked {
        Asked::of(COLUMNS, "due", Answers::of_query(query))
    }
    fn table(query: &str, rows: usize, total: usize) -> Table {
        let row = |n| vec![Cell::text(format!("Child {n}")), Cell::day(Some(date(2026, 4, 3))), Cell::number(n)];
        let rows: Vec<_> = (0..rows as i64).map(row).collect();
        Table::new("Owed", COLUMNS, &asked(query), &rows, total, ("deadline", "deadlines")).unwrap()
    }

    #[test]
    fn only_a_column_that_sorts_can_be_asked_for() {
        assert_eq!(asked("sort=child").sort, "child");
        assert_eq!(asked("sort=late").sort, "due");
        assert_eq!(asked("sort=name;drop").sort, "due");
        assert!(asked("order=down").down);
        assert_eq!(asked("page=0").page, 1);
        assert_eq!(asked("page=3").before(), 100);
    }
    #[test]
    fn a_heading_turns_the_order_round_and_keeps_the_filter_but_not_the_page() {
        let shown = table("team=north&page=2&sort=due", 50, 243);
        let due = shown.head[1]["html"].as_str().unwrap();
        assert!(due.contains("?team=north&amp;sort=due&amp;order=down\""), "{due}");
        assert_eq!(shown.head[1]["attributes"]["aria-sort"], "ascending");
        assert!(shown.head[0].get("attributes").is_none());
        assert_eq!(shown.head[2]["format"], "numeric");
    }
    #[test]
    fn how_many_there_are_is_said() {
        assert_eq!(table("page=2", 50, 243).said, "51 to 100 of 243 deadlines");
        assert_eq!(table("", 1, 1).said, "1 deadline");
        assert_eq!(table("", 0, 0).said, "No deadlines match");
        assert_eq!(table("page=9", 0, 243).said, "This page is empty: there are 243 deadlines");
    }
    #[test]
    fn pages_lead_both_ways_and_hold_the_filter() {
        let pages = table("team=north&page=3", 50, 500).pages.unwrap();
        assert_eq!(pages["previous"]["href"], "?team=north&page=2");
        assert_eq!(pages["next"]["href"], "?team=north&page=4");
        let shown: Vec<_> =
            pages["items"].as_array().unwrap().iter().map(|i| i["number"].as_u64().unwrap_or(0)).collect();
        assert_eq!(shown, [1, 2, 3, 4, 0, 10]);
        assert!(table("", 50, 50).pages.is_none());
    }
    #[test]
    fn clearing_the_filter_keeps_the_order() {
        assert_eq!(table("team=north&sort=child&order=down", 1, 1).clear, "?sort=child&order=down");
    }
    #[test]
    fn what_people_typed_is_escaped_in_a_cell() {
        let cell = Cell::text("<b>").link("/child/1?a=1&b=\"").detail("<i>");
        let html = cell.html().unwrap();
        assert!(!html.contains("<b>") && !html.contains("<i>") && html.contains("&lt;b&gt;"), "{html}");
        assert!(html.contains("a=1&amp;b=&quot;"), "{html}");
    }
    #[tokio::test]
    async fn the_csv_has_the_same_columns_and_days_that_sort() {
        let rows = [vec![Cell::text("=cmd"), Cell::day(Some(date(2026, 4, 3))), Cell::number(1204)]];
        let answer = download("today", date(2026, 11, 22), COLUMNS, &rows);
        let bytes = axum::body::to_bytes(answer.into_body(), 1000).await.unwrap();
        assert_eq!(String::from_utf8_lossy(&bytes), "\u{feff}Child,Due,Days late\r\n'=cmd,2026-04-03,1204\r\n");
    }
}
