//! Every rule of the returns, for anybody, year by year: read off the rules themselves, so that no list is
//! ever behind them.
use super::listed::{form, level_words};
use crate::{
    frame,
    page::{Answers, Asked, Cell, Column, Form, Page, Sample, Table, choice, given, table::download},
};
use axum::{extract::Request, response::Response};
use practice::{Date, reported::Return};
use returns::check::{self, FIRST, LAST, Level, Rule, collection_name};

pub const PAGE: Page = Page { name: "returns_desk/rules.html", source: include_str!("rules.html"), samples };

const COLUMNS: &[Column] = &[
    Column::text("code", "Rule"),
    Column::text("wrong", "What is wrong"),
    Column::text("level", "Level"),
    Column::text("2023", "2022/23"),
    Column::text("2024", "2023/24"),
    Column::text("2025", "2024/25"),
    Column::text("2026", "2025/26"),
    Column::text("2027", "2026/27"),
];
pub(super) fn level(rule: &Rule) -> &'static str {
    level_words(if rule.level == Level::Query { "query" } else { "error" })
}
fn cells(which: &str, rule: &Rule) -> Vec<Cell> {
    let about = format!("/returns/rules/{which}/{}", rule.code);
    let head = [Cell::text(rule.code).link(about), Cell::text(rule.wrong), Cell::text(level(rule))];
    let asked = (FIRST..=LAST).map(|year| Cell::text(if rule.version(year).is_some() { "Asked" } else { "–" }));
    head.into_iter().chain(asked).collect()
}
#[derive(Clone, Copy, Default)]
struct Wanted {
    which: Option<&'static str>,
    year: Option<i16>,
    level: Option<Level>,
}
fn narrow(answers: Answers) -> (Form, Wanted) {
    let (form, wanted) = Form::asked(answers, |f| {
        let returns = [Return::Ssda903, Return::Cin].map(|r| choice(r.code(), r.code(), r.title()));
        let which = f.select("return", "Return", returns).optional();
        let years = (FIRST..=LAST).map(|year| choice(year, year.to_string(), collection_name(year)));
        let year = f.select("year", "Asked in", years).optional();
        let levels = [choice(Level::Error, "error", "Errors"), choice(Level::Query, "query", "Queries")];
        let level = f.select("level", "Level", levels).optional();
        Some(Wanted { which, year, level })
    });
    (form, wanted.unwrap_or_default())
}
fn found(wanted: Wanted) -> Vec<(&'static str, &'static Rule)> {
    let forms = [Return::Ssda903, Return::Cin].map(Return::code).into_iter();
    let forms = forms.filter(|which| wanted.which.is_none_or(|w| w == *which));
    let of =
        |which: &'static str| form(which).map_or(&[][..], |f: &check::Form| f.rules).iter().map(move |r| (which, *r));
    let asked = |r: &Rule| wanted.year.is_none_or(|year| r.version(year).is_some());
    forms.flat_map(of).filter(|(_, r)| asked(r) && wanted.level.is_none_or(|l| l == r.level)).collect()
}
pub async fn show(request: Request) -> Response {
    let answers = Answers::of_query(request.uri().query().unwrap_or_default());
    let asked = Asked::of(COLUMNS, "code", answers.clone());
    if asked.csv {
        let rows: Vec<_> = found(narrow(answers).1).into_iter().map(|(which, r)| cells(which, r)).collect();
        // The day is no part of what the rules are, and a public page has no clock.
        return download("rules", Date::new(LAST - 1, 4, 1).unwrap_or_default(), COLUMNS, &rows);
    }
    PAGE.show(frame::public(request.extensions(), "Rules of the returns", None), context(answers, &asked))
}
fn context(answers: Answers, asked: &Asked) -> minijinja::Value {
    let (filter, wanted) = narrow(answers);
    let found = found(wanted);
    let total = found.len();
    let rows: Vec<_> = asked.part(found).into_iter().map(|(which, rule)| cells(which, rule)).collect();
    let table = Table::new(
        "Rules, and the collections in which they are asked",
        COLUMNS,
        asked,
        &rows,
        total,
        ("rule", "rules"),
    );
    let counts: Vec<(&str, Vec<(String, usize)>)> = [Return::Ssda903, Return::Cin]
        .map(|which| {
            let in_year =
                |year| form(which.code()).map_or(0, |f| f.rules.iter().filter(|r| r.version(year).is_some()).count());
            (which.title(), (FIRST..=LAST).map(|year| (collection_name(year), in_year(year))).collect())
        })
        .to_vec();
    given! { table => table.ok(), filter, counts }
}
fn samples() -> Vec<Sample> {
    let sample = |name, query: &str| {
        let answers = Answers::of_query(query);
        Sample { name, context: context(answers.clone(), &Asked::of(COLUMNS, "code", answers)) }
    };
    vec![
        sample("all", ""),
        sample("queries of the census", "return=cin&level=query&year=2026"),
        sample("none", "return=903&level=query"),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_a_column_for_every_year_that_has_rules() {
        let years: Vec<String> = (FIRST..=LAST).map(collection_name).collect();
        let columns: Vec<&str> = COLUMNS[3..].iter().map(|c| c.text).collect();
        assert_eq!(columns, years);
    }
    #[test]
    fn every_rule_is_in_the_table_and_is_found_by_return_year_and_level() {
        let all = |query: &str| found(narrow(Answers::of_query(query)).1);
        let (looked_after, census) = (returns::ssda903::FORM.rules.len(), returns::cin::FORM.rules.len());
        assert_eq!(all("").len(), looked_after + census);
        assert_eq!(all("return=cin").len(), census);
        assert!(all("level=query").iter().all(|(_, r)| r.level == Level::Query));
        assert!(all("year=2023").iter().all(|(_, r)| r.version(2023).is_some()));
    }
}
