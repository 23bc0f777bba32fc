//! The whole offer on one sheet, to print and to hand over.
use super::{chrome, current, offer, set, settings::with_amounts};
use crate::page::{Page, Sample, given};
use axum::{
    http::{Extensions, StatusCode},
    response::{IntoResponse as _, Response},
};
use practice::{Date, Norms, day::words};
use serde::Serialize;

pub const PAGE: Page = Page { name: "offer/print.html", source: include_str!("print.html"), samples };

#[derive(Serialize)]
struct Part<'o> {
    title: &'o str,
    html: String,
}
fn parts<'o>(offer: &'o set::Offer, norms: &Norms, on: Date) -> Vec<Part<'o>> {
    offer.pages.iter().map(|p| Part { title: &p.title, html: with_amounts(&p.lower, norms, on) }).collect()
}
pub async fn show(request: Extensions) -> Response {
    let Some(now) = current(&request) else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    let parts = parts(offer(&request), &now.norms, now.today);
    PAGE.show(chrome(&request, "All of it, to print"), given! { parts, on => words(now.today) })
}
fn samples() -> Vec<Sample> {
    let on = practice::day::date(2026, 11, 22);
    let parts = parts(&set::OURS_TO_BEGIN_WITH, &Norms::default(), on);
    vec![Sample::new("ours", given! { parts, on => words(on) })]
}
