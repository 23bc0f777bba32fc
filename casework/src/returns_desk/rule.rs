//! One rule, for anybody: what is wrong, why it matters, what to do, since when, what it reads, and its cases,
//! which run as tests whenever Loxley is changed.
use super::{listed::form, rules::level};
use crate::{
    frame,
    page::{Page, Sample, given, parts::Row},
};
use axum::{
    extract::{Path, Request},
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use returns::check::{Case, Check, Column, Form, LAST, Needs, Rule, Version, collection, collection_name};
use serde::Serialize;

pub const PAGE: Page = Page { name: "returns_desk/rule.html", source: include_str!("rule.html"), samples };

/// A case as it reads.
#[derive(Debug, Serialize)]
struct Told {
    about: &'static str,
    /// The collection, the authority, the form; that the return as a whole is reported.
    settings: Vec<String>,
    tables: Vec<Drawn>,
}
#[derive(Debug, PartialEq, Serialize)]
struct Drawn {
    name: String,
    head: Vec<String>,
    rows: Vec<Line>,
}
#[derive(Debug, PartialEq, Serialize)]
struct Line {
    /// What the rule says of the row; nothing where it is silent.
    mark: &'static str,
    cells: Vec<String>,
}

pub async fn show(Path((which, code)): Path<(String, String)>, request: Request) -> Response {
    let found = form(&which.to_lowercase()).and_then(|form| Some((form, form.rule(&code)?)));
    match found {
        Some((form, rule)) => {
            let title = format!("{} rule {}", form.which.title(), rule.code);
            PAGE.show(frame::public(request.extensions(), &title, None), context(form, rule))
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
fn context(form: &'static Form, rule: &'static Rule) -> minijinja::Value {
    let title = format!("{} rule {}", form.which.title(), rule.code);
    let cases: Vec<Told> = rule.cases.iter().map(|case| told(case, rule)).collect();
    given! { title, rows => rows(form, rule), wrong => rule.wrong, cases }
}
fn rows(form: &Form, rule: &Rule) -> Vec<Row> {
    let mut rows = vec![
        Row::new("Why it matters", rule.why),
        Row::new("What to do", rule.todo),
        Row::new("Level", level(rule)),
        Row::new("Why there is such a rule", crate::page::words::capital(rule.reason.words())),
        Row::new("It points at", names(form, rule.fields)),
    ];
    rows.extend(rule.versions.iter().map(|v| version(form, v)));
    rows
}
/// `Asked from 2022/23`: of what, and what it reads.
fn version(form: &Form, v: &Version) -> Row {
    let years = match v.until {
        Some(until) if until == v.since => format!("Asked in {}", collection_name(until)),
        Some(until) => format!("Asked from {} to {}", collection_name(v.since), collection_name(until)),
        None => format!("Asked from {}", collection_name(v.since)),
    };
    let of = match v.check {
        Check::Row(table, _) => format!("Of each row of {}", form.spec(table).name),
        Check::Child(_) => "Of each child".to_owned(),
        Check::Return(_) => "Of the return as a whole".to_owned(),
    };
    let mut reads = vec![format!("Reads {}", names(form, v.reads))];
    if !v.may_read.is_empty() {
        reads.push(format!("where they are there, also {}", names(form, v.may_read)));
    }
    if !v.prior.is_empty() {
        reads.push(format!("and of the years before {}", names(form, v.prior)));
    }
    let needs = match v.needs {
        Needs::Nothing => "",
        Needs::PriorYear => ". It needs the return of the year before",
        Needs::Xml => ". It is asked of the XML form only",
    };
    Row { detail: Some(format!("{}{needs}.", reads.join("; "))), ..Row::new(years, of) }
}
fn names(form: &Form, columns: &[Column]) -> String {
    match columns {
        [] => "no column".into(),
        some => some.iter().map(|c| form.full_name(*c)).collect::<Vec<_>>().join(", "),
    }
}

fn told(case: &Case, rule: &Rule) -> Told {
    let lines = case.given.lines().map(str::trim).filter(|l| !l.is_empty());
    let (tables, settings): (Vec<&str>, Vec<&str>) = lines.partition(|l| l.contains('|'));
    let mut drawn: Vec<Drawn> = vec![];
    for line in tables {
        let mut cells = line.split('|').map(|c| c.trim().to_owned());
        let first = cells.next().unwrap_or_default();
        let mark = match first.as_str() {
            ">" => Some("Reported"),
            "?" => Some("Cannot tell"),
            "" => Some(""),
            _ => None,
        };
        match (mark, drawn.last_mut()) {
            (Some(mark), Some(table)) => {
                let mut cells: Vec<String> = cells.collect();
                cells.resize(table.head.len(), String::new());
                table.rows.push(Line { mark, cells });
            }
            _ => drawn.push(Drawn { name: name(&first), head: cells.collect(), rows: vec![] }),
        }
    }
    Told {
        about: case.about,
        settings: settings.into_iter().map(setting).chain(no_year(case, rule)).collect(),
        tables: drawn,
    }
}
/// `Episodes_last` is a table of the return before.
fn name(table: &str) -> String {
    match table.rsplit_once('_') {
        Some((plain, "last")) => format!("{plain} of the year before"),
        Some((plain, "before")) => format!("{plain} of two years before"),
        _ => table.to_owned(),
    }
}
fn setting(line: &str) -> String {
    match line.split_once(' ') {
        Some(("authority", code)) => format!("The authority is {code}."),
        Some((">", _)) => "The return as a whole is reported.".into(),
        _ if line == "xml" => "The return comes as XML.".into(),
        _ => format!("Collection {line}."),
    }
}
/// A case without a collection is of the last in which the rule is asked.
fn no_year(case: &Case, rule: &Rule) -> Option<String> {
    let said = case.given.lines().any(|line| collection(line.trim()).is_some());
    let year = rule.versions.last().and_then(|v| v.until).unwrap_or(LAST);
    (!said).then(|| format!("Collection {}.", collection_name(year)))
}

fn samples() -> Vec<Sample> {
    let sample = |name, which, code: &str| {
        let form = form(which)?;
        Some(Sample { name, context: context(form, form.rule(code)?) })
    };
    [sample("of the 903", "903", "356"), sample("of the census", "cin", "8500")].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Chrome;
    use practice::Date;

    #[test]
    fn every_rule_has_a_page_that_draws_each_of_its_cases() {
        for form in ["903", "cin"].map(|which| form(which).unwrap()) {
            for rule in form.rules {
                let html = PAGE.html(&Chrome::public(rule.code, Date::MIN, "n"), context(form, rule));
                let html = html.unwrap_or_else(|e| panic!("{}: {e:#}", rule.code));
                assert_eq!(html.matches("class=\"loxley-case\"").count(), rule.cases.len(), "{}", rule.code);
            }
        }
    }
    #[test]
    fn a_case_is_drawn_as_tables_with_what_the_rule_says_of_each_row() {
        let form = form("903").unwrap();
        let rule = form.rule("356").unwrap();
        let told = told(&rule.cases[0], rule);
        assert_eq!(
            (told.tables[0].name.as_str(), &told.tables[0].head[..]),
            ("Episodes", &["CHILD", "DECOM", "DEC"].map(String::from)[..])
        );
        let marks: Vec<&str> = told.tables[0].rows.iter().map(|r| r.mark).collect();
        assert_eq!(marks, ["Reported", "", "", "Cannot tell"]);
        assert!(told.tables[0].rows.iter().all(|r| r.cells.len() == 3));
        assert_eq!(told.settings, ["Collection 2026/27."]);
    }
    #[test]
    fn tables_of_earlier_years_and_settings_are_said_in_words() {
        assert_eq!(name("Episodes_last"), "Episodes of the year before");
        assert_eq!(name("AD1"), "AD1");
        assert_eq!(setting("authority 892"), "The authority is 892.");
        assert_eq!(setting("> the return"), "The return as a whole is reported.");
    }
}
