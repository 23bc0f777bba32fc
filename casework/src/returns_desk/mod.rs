//! The desk at which a statutory return is checked before it is submitted.
//!
//! Its files are uploaded and every rule is asked ([`check`]); a run is listed ([`runs`]) and read ([`run`]):
//! what is wrong, what could not be asked, what could not be decided, and what changed since the run before.
//! What is wrong with a child stands at that child ([`of_child`], and on their worker's Today), where a query
//! is explained ([`explain`]). Who keeps the return signs it ([`sign`]) and fetches its files ([`fetch`]).
//! The rules themselves are there for anybody ([`rules`], [`rule`]).
pub mod check;
pub mod explain;
pub mod fetch;
mod found;
pub mod listed;
pub mod of_child;
pub mod rule;
pub mod rules;
pub mod run;
pub mod runs;
pub mod sign;
pub mod summary;
pub mod tables;

use crate::page::{Page, progress::Tasks};
use axum::routing;
use kernel::Pages;

pub const PAGES: &[&Page] =
    &[&runs::PAGE, &run::PAGE, &of_child::PAGE, &explain::PAGE, &sign::PAGE, &rules::PAGE, &rule::PAGE];
pub const QUESTIONS: &[&[&str]] = &[
    check::QUESTIONS,
    runs::QUESTIONS,
    run::QUESTIONS,
    of_child::QUESTIONS,
    explain::QUESTIONS,
    sign::QUESTIONS,
    &[summary::MY_FINDINGS],
];
pub fn pages(p: Pages) -> Pages {
    let tasks = Tasks::default();
    let told = tasks.clone();
    p.get_with("/returns", runs::show)
        .post("/returns", move |may, upload| runs::check(tasks.clone(), may, upload))
        .get_with("/returns/runs/{run}", run::show)
        .get("/returns/runs/{run}/progress", move |may| runs::progress(told.clone(), may))
        .get("/returns/runs/{run}/sign", sign::show)
        .post("/returns/runs/{run}/sign", sign::sign)
        .get("/returns/runs/{run}/files/{n}", fetch::file)
        .get("/returns/strays/{return}/{n}", explain::show_stray)
        .post("/returns/strays/{return}/{n}", explain::explain_stray)
        .get("/children/{child}/returns", of_child::show)
        .get("/children/{child}/returns/{n}", explain::show)
        .post("/children/{child}/returns/{n}", explain::explain)
        .public("/returns/rules", routing::get(rules::show))
        .public("/returns/rules/{return}/{code}", routing::get(rule::show))
}
