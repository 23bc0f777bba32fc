//! The plan in plain words, for the young person: short lines, large, one thing after another, to print or to read
//! together. It says what the version says and nothing else from the record; the same words stand on paper, and in
//! easy read.
use super::{
    print::{self, plain},
    sheet::{Sheet, kind, spoken_to},
};
use crate::{
    deeds::ViewChild,
    frame::Answer,
    page::{Chrome, Link, Page, Sample, given, press},
};
use axum::{http::StatusCode, response::IntoResponse as _};
use kernel::Allowed;
use practice::letters::Document;

pub const PAGE: Page = Page { name: "plans/plain.html", source: include_str!("plain.html"), samples };

pub async fn show(may: Allowed<ViewChild>) -> Answer {
    let (Some(kind), Some(sheet)) = (kind(&may), Sheet::read(&may).await?) else {
        return Ok(StatusCode::NOT_FOUND.into_response());
    };
    let plan = sheet.plan(kind);
    let Some(version) = spoken_to(&plan) else { return Ok(StatusCode::NOT_FOUND.into_response()) };
    let document = plain(&sheet, kind, version);
    let chrome = Chrome {
        back: Some(Link::new(sheet.head.address("/plan"), "Back to the plan")),
        ..sheet.chrome(&may, "My plan")
    };
    let base = press::prints().then(|| sheet.head.address(&format!("/plan/{}/pdf", kind.code)));
    Ok(PAGE.show(chrome, context(&document, base)))
}
fn context(document: &Document, pdf: Option<String>) -> minijinja::Value {
    given! { document, pdf }
}
fn samples() -> Vec<Sample> {
    let full = print::sample();
    let none = Document { blocks: vec![], ..full.clone() };
    vec![
        Sample { name: "full", context: context(&full, Some("/children/1/plan/pathway/pdf".into())) },
        Sample { name: "empty", context: context(&none, None) },
    ]
}
