//! Two records that may be of one child: a number says so, and a person decides. Nobody is joined by a
//! guess, and what is said here stands on both records.
use crate::{
    deeds::Import,
    frame::{Answer, chrome, see},
    page::{
        Answers, Asked, Cell, Column, Form, Link, Page, Place, Sample, Table, choice, given,
        parts::Row as Line,
        table::{ROWS, download},
    },
};
use axum::http::StatusCode;
use kernel::{Leave as _, Query, Said, Service, Value};
use practice::{Date, Id, Subject, day, people::Fact};
use serde::Deserialize;

pub const PAGE: Page = Page { name: "imports/same.html", source: include_str!("same.html"), samples };
pub const PAIR: Page =
    Page { name: "imports/same_pair.html", source: include_str!("same_pair.html"), samples: pair_samples };
const PAIRS: &str = include_str!("sql/possibly_same.sql");
const HOW_MANY: &str = include_str!("sql/possibly_same_count.sql");
pub const QUESTIONS: &[&str] = &[PAIRS, HOW_MANY];

/// Returns hold no names, and whoever takes them in may not read any: a pair is shown by its numbers.
#[derive(Clone, Debug, Deserialize)]
struct Pair {
    child: Id,
    other: Id,
    why: String,
    born: Option<Date>,
    other_born: Option<Date>,
    number: Option<String>,
    other_number: Option<String>,
}
fn heading(number: &Option<String>) -> String {
    number.as_ref().map_or("A child without a return’s id".into(), |number| format!("Child {number}"))
}
fn born(day: Option<Date>) -> String {
    day.map_or("birth date not known".into(), |day| format!("born {}", day::words(day)))
}
const COLUMNS: &[Column] =
    &[Column::text("child", "Child"), Column::text("other", "Other child"), Column::text("why", "Why")];
fn cells(p: &Pair) -> Vec<Cell> {
    vec![
        Cell::text(heading(&p.number)).link(format!("/import/same/{}/{}", p.child, p.other)).detail(born(p.born)),
        Cell::text(heading(&p.other_number)).detail(born(p.other_born)),
        Cell::text(&p.why),
    ]
}

pub async fn show(may: Service<Import>, Query(answers): Query<Answers>) -> Answer {
    #[derive(Deserialize)]
    struct Count {
        pairs: i64,
    }
    let asked = Asked::of(COLUMNS, "child", answers.clone());
    let mut reading = may.reading().await?;
    let total = reading.ask_one::<Count>(HOW_MANY, &[]).await?.map_or(0, |c| c.pairs);
    let (limit, offset) = if asked.csv { (i64::MAX, 0) } else { (ROWS as i64, asked.before() as i64) };
    let pairs: Vec<Pair> = reading.ask(PAIRS, &given_of(None, limit, offset)).await?;
    let rows: Vec<_> = pairs.iter().map(cells).collect();
    if asked.csv {
        return Ok(download("possibly-the-same-child", may.today(), COLUMNS, &rows));
    }
    let table = table(&asked, &rows, usize::try_from(total)?)?;
    let mut chrome = chrome(&may, "Possibly the same child", Some(Place::Import));
    chrome.trail = vec![Link::new("/import", "Import")];
    chrome.notice = answers.one("said").map(|_| crate::page::chrome::Notice::done("What you said is on both records."));
    Ok(PAGE.show(chrome, given! { table, total }))
}
fn table(asked: &Asked, rows: &[Vec<Cell>], total: usize) -> Result<Table, minijinja::Error> {
    Table::new("Pairs to decide", COLUMNS, asked, rows, total, ("pair", "pairs"))
}
fn given_of(pair: Option<(Id, Id)>, limit: i64, offset: i64) -> [(&'static str, Value); 4] {
    let (child, other) = pair.unzip();
    [("child", child.into()), ("other", other.into()), ("limit", limit.into()), ("offset", offset.into())]
}

async fn pair(may: &Service<Import>) -> Result<Option<Pair>, kernel::Error> {
    let id = |name| may.path(name).and_then(|id| id.parse::<Id>().ok());
    let Some(pair) = id("one").zip(id("other")) else { return Ok(None) };
    may.reading().await?.ask_one(PAIRS, &given_of(Some(pair), 1, 0)).await
}
struct Decided {
    same: bool,
    why: String,
}
fn decide(f: &mut Form) -> Option<Decided> {
    let offered =
        [choice(true, "same", "They are the same child"), choice(false, "different", "They are different children")];
    let same = f.radios("same", "Are they one child?", offered).required("Say whether they are one child");
    let why = f
        .textarea("why", "How you know")
        .hint("For example: the school confirmed the number and the birth date")
        .at_most(1000)
        .required("Say how you know");
    Some(Decided { same: same?, why: why? })
}
pub async fn ask(may: Service<Import>) -> Answer {
    let Some(pair) = pair(&may).await? else { return see("/import/same") };
    page(&may, StatusCode::OK, &pair, Form::blank(may.token(), decide))
}
pub async fn say(may: Service<Import>, kernel::Form(answers): kernel::Form<Answers>) -> Answer {
    let Some(pair) = pair(&may).await? else { return see("/import/same") };
    let (form, decided) = Form::sent(may.token(), answers, decide);
    let Some(Decided { same, why }) = decided else {
        return page(&may, StatusCode::UNPROCESSABLE_ENTITY, &pair, form);
    };
    let says = |child: Id, other: Id| {
        Said::new(Subject::Child(child), may.today(), Fact::SaidWhetherSame { other, same, why: why.clone() })
    };
    may.keep(vec![says(pair.child, pair.other), says(pair.other, pair.child)]).await?;
    see("/import/same?said=yes")
}
fn page(may: &Service<Import>, status: StatusCode, pair: &Pair, form: Form) -> Answer {
    let mut chrome = chrome(may, "Are they the same child?", Some(Place::Import));
    chrome.trail = vec![Link::new("/import", "Import"), Link::new("/import/same", "Possibly the same child")];
    Ok(PAIR.answer(status, chrome, given! { summary => summary(pair), form }))
}
fn summary(p: &Pair) -> Vec<Line> {
    let line = |key, number, day| Line { detail: Some(born(day)), ..Line::new(key, heading(number)) };
    vec![
        line("One record", &p.number, p.born),
        line("Other record", &p.other_number, p.other_born),
        Line::new("Why they may be one", &p.why),
    ]
}

fn a_pair() -> Pair {
    Pair {
        child: Id::nil(),
        other: Id::max(),
        why: "Both have the unique pupil number A123456789012".into(),
        born: Some(day::date(2012, 6, 5)),
        other_born: None,
        number: Some("1042".into()),
        other_number: None,
    }
}
fn samples() -> Vec<Sample> {
    let asked = Asked::of(COLUMNS, "child", Answers::default());
    let of = |rows: &[Vec<Cell>]| given! { table => table(&asked, rows, rows.len()).ok(), total => rows.len() };
    vec![Sample { name: "empty", context: of(&[]) }, Sample { name: "one", context: of(&[cells(&a_pair())]) }]
}
fn pair_samples() -> Vec<Sample> {
    let of = |form| given! { summary => summary(&a_pair()), form };
    let (wrong, _) = Form::sent("t", Answers::default(), decide);
    vec![Sample { name: "asked", context: of(Form::blank("t", decide)) }, Sample { name: "wrong", context: of(wrong) }]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_joined_or_parted_without_a_reason() {
        let sent = |answers: &[(&str, &str)]| Form::sent("t", Answers::of(answers), decide).1;
        assert!(sent(&[("same", "same")]).is_none());
        assert!(sent(&[("why", "the school said so")]).is_none());
        assert!(sent(&[("same", "different"), ("why", "twins")]).is_some_and(|d| !d.same));
    }
}
