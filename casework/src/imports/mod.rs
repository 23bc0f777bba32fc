//! Taking in the returns that a council already makes: what was read, what was wrong with it, what changed.
//!
//! Whoever takes a return in chooses its files ([`start`]) and sees what they would do ([`plan`]) before
//! anything is written. With their yes it is taken in ([`take`]), while a page says how far it is, and
//! stands from then on with its list of problems ([`delivery`]). Children whom a number makes look like
//! one stay two until somebody says otherwise ([`same`]).
pub mod delivery;
pub mod found;
pub mod plan;
pub mod same;
pub mod start;
pub mod summary;
pub mod tables;
pub mod take;
mod waiting;

use crate::page::Page;
use kernel::Pages;
use waiting::Shelf;

pub const PAGES: &[&Page] = &[&start::PAGE, &found::PAGE, &same::PAGE, &same::PAIR];
pub const QUESTIONS: &[&[&str]] = &[take::QUESTIONS, start::QUESTIONS, delivery::QUESTIONS, same::QUESTIONS];
pub fn pages(p: Pages) -> Pages {
    let shelf = Shelf::default();
    let held = || shelf.clone();
    let (begun, left, shown, decided, told) = (held(), held(), held(), held(), held());
    p.get_with("/import", move |may, asked| start::show(begun.clone(), may, asked))
        .post("/import", move |may, upload| start::upload(left.clone(), may, upload))
        .get_with("/import/waiting", move |may, asked| plan::show(shown.clone(), may, asked))
        .post("/import/waiting", move |may, form| plan::confirm(decided.clone(), may, form))
        .get_with("/import/same", same::show)
        .get("/import/same/{one}/{other}", same::ask)
        .post("/import/same/{one}/{other}", same::say)
        .get_with("/import/{delivery}", delivery::show)
        .get("/import/{delivery}/progress", move |may| delivery::progress(told.clone(), may))
}
