//! The desk at which a statutory return is checked before it is submitted.
//!
//! Its files are uploaded ([`runs`]) or taken from the record ([`take`]), and every rule is asked ([`check`]), with
//! what the rules read beside a return ([`look_ups`]). Every night the record itself is looked at ([`previews`]).
//! A run is kept (`keep`), listed, read ([`run`]), counted by child and by worker ([`by`]) and downloaded
//! ([`workbook`]): what is wrong, what could not be asked, what could not be
//! decided, and what changed since the run before.
//! What is wrong with a child stands at that child ([`of_child`], and on their worker's Today), where a query
//! is explained ([`explain`]). Who keeps the return signs it ([`sign`]) and fetches its files ([`fetch`]).
//! The rules themselves are there for anybody ([`rules`], [`rule`]).
pub mod by;
pub mod check;
pub mod explain;
pub mod fetch;
mod found;
mod keep;
pub mod listed;
pub mod look_ups;
pub mod of_child;
pub mod of_record;
pub mod previews;
pub mod rule;
pub mod rules;
pub mod run;
pub mod runs;
pub mod sign;
pub mod summary;
pub mod tables;
pub mod take;
mod wanted;
pub mod workbook;

use crate::page::{Page, progress::Tasks};
use axum::routing;
use kernel::Pages;

pub const PAGES: &[&Page] = &[
    &runs::PAGE,
    &take::PAGE,
    &look_ups::PAGE,
    &run::PAGE,
    &by::PAGE,
    &of_child::PAGE,
    &explain::PAGE,
    &sign::PAGE,
    &rules::PAGE,
    &rule::PAGE,
];
pub const QUESTIONS: &[&[&str]] = &[
    keep::QUESTIONS,
    look_ups::QUESTIONS,
    previews::QUESTIONS,
    runs::QUESTIONS,
    run::QUESTIONS,
    by::QUESTIONS,
    of_child::QUESTIONS,
    explain::QUESTIONS,
    sign::QUESTIONS,
    &[summary::MY_FINDINGS],
];
pub fn pages(p: Pages) -> Pages {
    let tasks = Tasks::default();
    let [told, looked, taken] = [(); 3].map(|()| tasks.clone());
    p.get_with("/returns", runs::show)
        .post("/returns", move |may, upload| runs::check(tasks.clone(), may, upload))
        .post("/returns/preview", move |may, form| previews::now(looked.clone(), may, form))
        .get("/returns/take", take::show)
        .post("/returns/take", move |may, form| take::take(taken.clone(), may, form))
        .get("/returns/look-ups", look_ups::show)
        .post("/returns/look-ups", look_ups::upload)
        .get_with("/returns/runs/{run}", run::show)
        .get("/returns/runs/{run}/progress", move |may| runs::progress(told.clone(), may))
        .get_with("/returns/runs/{run}/by/{by}", by::show)
        .get("/returns/runs/{run}/workbook", workbook::download)
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
