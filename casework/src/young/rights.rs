//! My rights, what I have had of them, and the papers that I hold.
use super::my::{My, chrome};
use crate::{
    deeds::ViewOwn,
    frame::Answer,
    page::{Page, Sample, given},
};
use kernel::{Leave as _, Own};
use practice::{
    Date, Norms, day,
    leavers::{living::Document, plainly},
    young::Right,
};
use serde::Serialize;

pub const PAGE: Page = Page { name: "young/rights.html", source: include_str!("rights.html"), samples };

#[derive(Clone, Serialize)]
struct Line {
    title: &'static str,
    words: String,
    had: Option<String>,
}
#[derive(Clone, Serialize)]
struct Paper {
    name: &'static str,
    held: bool,
}
pub async fn show(may: Own<ViewOwn>) -> Answer {
    let my = My::read(&may).await?;
    let (now, later): (Vec<&Right>, Vec<&Right>) = my.mine.rights.iter().partition(|r| r.is_now());
    let lines = |rights: Vec<&Right>| rights.into_iter().map(|r| line(r, &my.norms, may.today())).collect::<Vec<_>>();
    let papers = my.mine.documents.as_ref().map(|held| papers(held));
    Ok(PAGE.show(chrome(&may, "My rights"), context(lines(now), lines(later), papers)))
}
fn context(now: Vec<Line>, later: Vec<Line>, papers: Option<Vec<Paper>>) -> minijinja::Value {
    given! { now, later, papers }
}
fn line(right: &Right, norms: &Norms, today: Date) -> Line {
    let said = plainly::plain(&right.owed, norms, today);
    let not_yet = said.not_yet.map(|not_yet| format!(" {not_yet}")).unwrap_or_default();
    Line {
        title: said.title,
        words: format!("{}{not_yet}", said.says),
        had: right.had.as_ref().map(|had| format!("{} {}.", had.words, day::words(had.on))),
    }
}
fn papers(held: &[Document]) -> Vec<Paper> {
    let paper = |document| Paper { name: name(document), held: held.contains(&document) };
    Document::ALL.into_iter().map(paper).collect()
}
fn name(document: Document) -> &'static str {
    match document {
        Document::BirthCertificate => "Birth certificate",
        Document::Passport => "Passport",
        Document::NationalInsuranceNumber => "National Insurance number",
        Document::BankAccount => "Bank account",
        Document::ProofOfIdentity => "Proof of who I am",
    }
}
fn samples() -> Vec<Sample> {
    let line = Line {
        title: "A personal adviser",
        words: "You have a right to this.".into(),
        had: Some("You have one since 2 September 2026.".into()),
    };
    let none = Line { had: None, ..line.clone() };
    let papers = papers(&[Document::Passport]);
    vec![
        Sample { name: "full", context: context(vec![line, none.clone()], vec![none], Some(papers)) },
        Sample { name: "empty", context: context(vec![], vec![], None) },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_paper_is_said_to_be_held_or_not() {
        let held: Vec<_> = papers(&[Document::Passport]).into_iter().filter(|p| p.held).map(|p| p.name).collect();
        assert_eq!(held, ["Passport"]);
    }
}
