//! My rights, what I have had of them, and the papers that I hold.
use super::my::{My, chrome};
use crate::{
    deeds::ViewOwn,
    frame::Answer,
    page::{Page, Sample, given, words::thousands},
};
use kernel::Own;
use practice::{
    day,
    leavers::{living::Document, owed::Level},
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
    let lines = |rights: Vec<&Right>| rights.into_iter().map(line).collect::<Vec<_>>();
    let papers = my.mine.documents.as_ref().map(|held| papers(held));
    Ok(PAGE.show(chrome(&may, "My rights"), context(lines(now), lines(later), papers)))
}
fn context(now: Vec<Line>, later: Vec<Line>, papers: Option<Vec<Paper>>) -> minijinja::Value {
    given! { now, later, papers }
}
fn line(right: &Right) -> Line {
    let owed = &right.owed;
    let sure = match owed.level {
        Level::Must => "You have a right to this.",
        Level::May => "You can ask for this. We decide.",
        Level::Offer => "We offer you this.",
        Level::Plan => "We plan for this with you.",
    };
    let amount = owed.amount.map(|pounds| format!(" Up to £{}.", thousands(pounds))).unwrap_or_default();
    let how = if owed.words == "Yes" { String::new() } else { format!(" {}.", owed.words) };
    let off = owed.off.as_ref().map(|off| format!(" {off}.")).unwrap_or_default();
    Line {
        title: plainly(owed.duty.code).unwrap_or(owed.duty.title),
        words: format!("{sure}{amount}{how}{off}"),
        had: right.had.as_ref().map(|had| format!("{} {}.", had.words, day::words(had.on))),
    }
}
/// What each is called to whoever it is owed to.
fn plainly(code: &str) -> Option<&'static str> {
    Some(match code {
        "keep_in_touch" => "We stay in touch with you",
        "personal_adviser" => "A personal adviser",
        "needs_assessment" => "We find out what you need",
        "pathway_plan" => "A plan, looked at again every six months",
        "accommodation" => "Somewhere to live, and money to live on",
        "near_work_or_learning" => "Help to live near work or college",
        "vacations" => "Somewhere to live in the holidays",
        "staying_put" => "Staying with your foster carer after 18",
        "staying_close" => "Staying close to your old home",
        "higher_education" => "£2,000 once, for university",
        "setting_up_home" => "Money to set up your home",
        "bursary_16_19" => "Money from your college",
        "apprenticeship" => "Money when you start an apprenticeship",
        "council_tax" => "No council tax",
        "local_offer" => "To be told what we offer",
        "advice" => "Advice and a friendly ear",
        "corporate_parent" => "The council acts like a good parent",
        "complaint" => "To complain, with somebody on your side",
        "homelessness" => "Help first if you have no home",
        _ => return None,
    })
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
    fn every_duty_has_plain_words() {
        for duty in practice::leavers::owed::DUTIES {
            assert!(plainly(duty.code).is_some(), "{}", duty.code);
        }
    }
    #[test]
    fn each_paper_is_said_to_be_held_or_not() {
        let held: Vec<_> = papers(&[Document::Passport]).into_iter().filter(|p| p.held).map(|p| p.name).collect();
        assert_eq!(held, ["Passport"]);
    }
}
