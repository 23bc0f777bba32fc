//! Search. What people type is personal data, so the form is posted and the answer shown at once: it
//! stands in no address, no log and no cache, and a reload asks before it sends the words again.
use super::rank::{Line, Typed, lines};
use crate::{
    deeds::Search,
    frame::{self, Answer, Fault},
    page::{Answers, Form, Page, Place, Sample, given, words},
};
use axum::http::StatusCode;
use kernel::{Leave as _, Within};
use practice::access::{Act, grant};
use serde::Serialize;

pub const PAGE: Page = Page { name: "search/find.html", source: include_str!("find.html"), samples };
/// More is a reason to type more, not to read more.
const SHOWN: usize = 50;

#[derive(Serialize)]
struct Shown {
    /// `3 records, the nearest first`.
    said: String,
    lines: Vec<Line>,
}
fn declare(f: &mut Form) -> Option<String> {
    f.text("words", "Who are you looking for?")
        .hint("Names in any order and as they sound, a date of birth, a postcode or its first half, a number: “nguyen amina”, “okafor NG7”, “3/5/2014”")
        .at_most(200)
        .with("autocomplete", "off")
        .with("spellcheck", false)
        .required("Type a name, a date of birth, a postcode or a number")
}
fn shown(may: &Within<Search>, status: StatusCode, form: Form, found: Option<Shown>) -> Answer {
    let does = |act| grant(may.who().role, act).is_some();
    let (checks, reviews) = (does(Act::CheckSafeguarding), does(Act::ReviewOpening));
    let chrome = frame::chrome(may, "Search", Some(Place::Search));
    Ok(PAGE.answer(status, chrome, given! { form, found, checks, reviews }))
}
pub async fn show(may: Within<Search>) -> Answer {
    let form = Form::blank(may.token(), declare);
    shown(&may, StatusCode::OK, form, None)
}
pub async fn found(may: Within<Search>, kernel::Form(answers): kernel::Form<Answers>) -> Answer {
    let (form, typed) = Form::sent(may.token(), answers, declare);
    let Some(typed) = typed else { return shown(&may, StatusCode::UNPROCESSABLE_ENTITY, form, None) };
    let found = look(&may, &typed).await?;
    shown(&may, StatusCode::OK, form, Some(found))
}
async fn look(may: &Within<Search>, typed: &str) -> Result<Shown, Fault> {
    let typed = Typed::new(typed);
    if typed.is_empty() {
        return Ok(Shown { said: said(0), lines: vec![] });
    }
    let found = typed.find(&mut may.reading().await?).await?;
    let mut lines = lines(&found, may.who(), may.now(), may.today());
    let children = lines.len();
    lines.truncate(SHOWN);
    Ok(Shown { said: said(children), lines })
}
fn said(found: usize) -> String {
    match found {
        0 => "No record found".into(),
        1 => "1 record".into(),
        n if n <= SHOWN => format!("{}, the nearest first", words::count(n as i64, "record", "records")),
        n => format!("The nearest {SHOWN} of {n} records or more: add a name or a date of birth"),
    }
}
fn samples() -> Vec<Sample> {
    let sent = |words: &str| Form::sent("t", Answers::of(&[("words", words)]), declare).0;
    let line = |n: u128, in_reach| Line {
        id: practice::Id::from_u128(n),
        name: "Maya Halliday".into(),
        preferred: None,
        age: "aged 8".into(),
        ring: "Ruth Bell, Long-term, Ash".into(),
        by: "name, date of birth".into(),
        in_reach,
        same: vec![],
    };
    let two = Line { same: vec![line(3, true), line(4, false)], ..line(1, true) };
    let full = Shown { said: said(2), lines: vec![two, line(2, false)] };
    let none = Shown { said: said(0), lines: vec![] };
    vec![
        Sample::new(
            "first",
            given! { form => Form::blank("t", declare), found => None::<Shown>, checks => true, reviews => true },
        ),
        Sample::new(
            "found",
            given! { form => sent("maya halliday"), found => full, checks => false, reviews => false },
        ),
        Sample::new("nothing", given! { form => sent("maya"), found => none, checks => true, reviews => true }),
        Sample::new(
            "nothing typed",
            given! { form => sent(""), found => None::<Shown>, checks => false, reviews => false },
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_typed_is_said_and_too_many_found_is_a_reason_to_type_more() {
        assert!(Form::sent("t", Answers::of(&[("words", "  ")]), declare).0.has_errors());
        assert_eq!(said(1), "1 record");
        assert_eq!(said(2), "2 records, the nearest first");
        assert!(said(51).starts_with("The nearest 50"));
    }
}
