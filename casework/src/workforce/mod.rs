//! Who works here: teams, posts, accounts, who is on duty, and who works with which child; and the
//! numbers and days that the law leaves to the council.
pub mod account;
pub mod accounts;
pub mod allocate;
pub mod allocation_list;
pub mod calendar;
pub mod guardian;
pub mod index;
pub mod norms;
pub mod recorded;
pub mod rota;
pub mod tables;
pub mod teams;
mod who;

use crate::page::Page;
use kernel::Pages;

pub const PAGES: &[&Page] = &[
    &index::PAGE,
    &accounts::PAGE,
    &accounts::NEW,
    &accounts::GIVEN,
    &account::PAGE,
    &teams::PAGE,
    &rota::PAGE,
    &guardian::PAGE,
    &norms::PAGE,
    &norms::ONE,
    &recorded::PAGE,
    &calendar::PAGE,
    &calendar::YEAR,
    &allocate::PAGE,
    &allocate::LIST,
];
pub const QUESTIONS: &[&[&str]] = &[
    who::QUESTIONS,
    account::QUESTIONS,
    rota::QUESTIONS,
    guardian::QUESTIONS,
    allocate::QUESTIONS,
    allocation_list::QUESTIONS,
];
pub fn pages(p: Pages) -> Pages {
    p.get("/set-up", index::show)
        .get_with("/set-up/accounts", accounts::show)
        .get("/set-up/accounts/new", accounts::new)
        .post("/set-up/accounts/new", accounts::make)
        .get_with("/set-up/accounts/{worker}", account::show)
        .post("/set-up/accounts/{worker}/post", account::take_post)
        .post("/set-up/accounts/{worker}/account", account::give_account)
        .post("/set-up/accounts/{worker}/password", account::reset_password)
        .post("/set-up/accounts/{worker}/second-factor", account::forget_second_factor)
        .post("/set-up/accounts/{worker}/end", account::end)
        .get("/set-up/teams", teams::show)
        .post("/set-up/teams", teams::form_team)
        .post("/set-up/teams/{team}/close", teams::close)
        .get("/set-up/rota", rota::show)
        .post("/set-up/rota", rota::change)
        .get("/set-up/guardian", guardian::show)
        .post("/set-up/guardian", guardian::appoint)
        .get("/set-up/norms", norms::show)
        .get("/set-up/norms/{norm}", norms::ask)
        .post("/set-up/norms/{norm}", norms::set)
        .get("/set-up/calendar", calendar::show)
        .post("/set-up/calendar", calendar::proclaim)
        .get("/set-up/calendar/school-year", calendar::ask_year)
        .post("/set-up/calendar/school-year", calendar::enter_year)
        .get("/set-up/recorded-here", recorded::show)
        .post("/set-up/recorded-here", recorded::say)
        .get_with("/set-up/allocate", allocate::show)
        .post("/set-up/allocate", allocate::give)
        .post("/set-up/allocate/list", allocate::read_list)
        .post("/set-up/allocate/list/confirm", allocate::give_list)
}
