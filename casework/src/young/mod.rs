//! The young person's own side: `/my`, signed in as themselves, and what their workers do for it.
//!
//! Their pages ([`home`], [`my_plan`], [`rights`], [`looks`], [`say`], [`account`]) are small, in plain words, and are
//! given nothing but [`my::My`], which holds `practice::young::Mine`: the default is held back. They ask for leave that
//! only a young person has ([`kernel::Own`]), and no address among them names a record. [`invite`] is the page of the
//! record from which they are invited, let back in by two workers, and told what a worker wants to share.
pub mod account;
pub mod home;
pub mod invite;
pub mod looks;
pub mod my;
pub mod my_plan;
pub mod rights;
pub mod say;

use crate::page::Page;
use kernel::Pages;

pub const PAGES: &[&Page] = &[
    &home::PAGE,
    &home::NOT_FOUND,
    &my_plan::PAGE,
    &rights::PAGE,
    &looks::PAGE,
    &say::PAGE,
    &account::PAGE,
    &invite::PAGE,
    &invite::CODE,
];
pub const QUESTIONS: &[&[&str]] = &[my::QUESTIONS, looks::QUESTIONS, account::QUESTIONS];

pub fn pages(p: Pages) -> Pages {
    p.get_with("/my", home::show)
        .post("/my/help", home::ask_for_help)
        .get("/my/plan", my_plan::show)
        .post("/my/plan", my_plan::answer)
        .get("/my/rights", rights::show)
        .get("/my/looks", looks::show)
        .get("/my/say", say::show)
        .post("/my/say", say::said)
        .get("/my/account", account::show)
        .post("/my/account", account::give_number)
        .get("/children/{child}/young", invite::show)
        .post("/children/{child}/young", invite::invite)
        .post("/children/{child}/young/number", invite::verify_number)
        .post("/children/{child}/young/ask-back", invite::ask_back)
        .post("/children/{child}/young/let-back", invite::let_back)
        .post("/children/{child}/young/end", invite::end)
}
