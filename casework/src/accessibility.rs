//! The accessibility statement, which the law asks of every public body's service.
use crate::{
    frame,
    page::{Page, Sample, given},
};
use axum::{
    http::Extensions,
    response::{IntoResponse, Response},
    routing,
};
use kernel::Pages;

pub const PAGE: Page = Page {
    name: "accessibility.html",
    source: include_str!("accessibility.html"),
    samples: || vec![Sample { name: "statement", context: given! {} }],
};

pub fn pages(p: Pages) -> Pages {
    p.public_page("/accessibility", routing::get(show))
}
async fn show(request: Extensions) -> Response {
    PAGE.show(frame::public(&request, "Accessibility statement", None), given! {}).into_response()
}
