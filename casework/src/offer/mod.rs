//! The local offer, for whoever was in care: what the council can do for them, in words that a child of nine can
//! read, for anybody, without signing in.
//!
//! The council writes the pages in Markdown (`set.rs` reads its folder; ours stand in `pages/` until it has one), and
//! its numbers in `settings.txt`. Amounts are the norms of the record. *What you may get* (`entitled.rs`) asks a few
//! questions and answers with the table that the record's own statuses come from. Nothing is kept: what is asked
//! or looked for is posted, so that it stands in no address and no log, and no page here holds a desk to write with.
mod entitled;
mod find;
mod markdown;
mod print;
mod set;
mod settings;
mod show;
pub mod summary;

pub use set::{FILES, Offer, Problem};

use crate::{
    frame,
    page::{Chrome, Link, Page},
};
use axum::{http::Extensions, routing};
use kernel::{Current, Pages};
use std::sync::Arc;

pub const PAGES: &[&Page] =
    &[&show::HOME, &show::PAGE, &print::PAGE, &find::PAGE, &entitled::AGE, &entitled::REST, &entitled::ANSWER];

pub fn pages(p: Pages) -> Pages {
    p.public_page("/offer", routing::get(show::home))
        .public_page("/offer/search", routing::get(find::show).post(find::found))
        .public_page("/offer/entitled", routing::get(entitled::show).post(entitled::answer))
        .public_page("/offer/print", routing::get(print::show))
        .public_page("/offer/{page}", routing::get(show::page))
}

/// The council's own offer, where the server was given one.
#[derive(Clone)]
pub struct Council(pub Arc<Offer>);

fn offer(request: &Extensions) -> &Offer {
    request.get::<Council>().map_or(&set::OURS_TO_BEGIN_WITH, |council| &council.0)
}
/// Every public page is told; without it none of these can say what holds today.
fn current(request: &Extensions) -> Option<&Current> {
    request.get::<Current>()
}
/// A title says nothing about who reads it.
fn chrome(request: &Extensions, title: &str) -> Chrome {
    Chrome { young: true, trail: vec![Link::new("/offer", "Help for you")], ..frame::public(request, title, None) }
}
/// Words into markup.
fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
