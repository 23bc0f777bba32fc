//! The first page of the offer, and each page of it.
use super::{chrome, current, offer, set, settings::with_amounts};
use crate::page::{Chrome, Page, Sample, given};
use axum::{
    extract::Path,
    http::{Extensions, StatusCode},
    response::{IntoResponse as _, Response},
};
use minijinja::Value;
use practice::{Date, Norms};
use serde::Serialize;

pub const HOME: Page = Page { name: "offer/home.html", source: include_str!("home.html"), samples: home_samples };
pub const PAGE: Page = Page { name: "offer/page.html", source: include_str!("page.html"), samples };

/// A line of the list of pages.
#[derive(Serialize)]
struct Line<'o> {
    address: &'o str,
    title: &'o str,
    lead: String,
}
fn lines<'o>(offer: &'o set::Offer, norms: &Norms, on: Date) -> Vec<Line<'o>> {
    let others = offer.pages.iter().filter(|p| p.address != set::HOME);
    let line = |p: &'o set::One| Line { address: &p.address, title: &p.title, lead: with_amounts(&p.lead, norms, on) };
    others.map(line).collect()
}

pub async fn home(request: Extensions) -> Response {
    let offer = offer(&request);
    let (Some(home), Some(now)) = (offer.page(set::HOME), current(&request)) else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let html = with_amounts(&home.html, &now.norms, now.today);
    let chrome = Chrome { trail: vec![], ..chrome(&request, &home.title) };
    HOME.show(chrome, given! { title => &home.title, html, lines => lines(offer, &now.norms, now.today) })
}
pub async fn page(Path(address): Path<String>, request: Extensions) -> Response {
    let Some(now) = current(&request) else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    match offer(&request).page(&address).filter(|p| p.address != set::HOME) {
        Some(page) => {
            let html = with_amounts(&page.html, &now.norms, now.today);
            PAGE.show(
                chrome(&request, &page.title),
                given! { title => &page.title, html, ring => page.address == set::RING },
            )
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn home_samples() -> Vec<Sample> {
    let offer = &*set::OURS_TO_BEGIN_WITH;
    let html = offer.page(set::HOME).map(|p| p.html.clone());
    let lines = lines(offer, &Norms::default(), Date::MAX);
    vec![Sample::new("ours", given! { title => "Help for you", html, lines })]
}
fn samples() -> Vec<Sample> {
    let offer = &*set::OURS_TO_BEGIN_WITH;
    let context = |p: &set::One| -> Value {
        given! { title => &p.title, html => &p.html, ring => p.address == set::RING }
    };
    offer.pages.iter().map(|p| Sample { name: "of ours", context: context(p) }).collect()
}
