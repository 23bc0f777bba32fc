//! Who works here: teams, posts, accounts, who is on duty, and who works with which child; and the
//! numbers and days that the law leaves to the council.
pub mod account;
pub mod accounts;
pub mod index;
pub mod tables;
pub mod teams;
mod who;

use crate::page::Page;
use kernel::Pages;

pub const PAGES: &[&Page] =
    &[&index::PAGE, &accounts::PAGE, &accounts::NEW, &accounts::GIVEN, &account::PAGE, &teams::PAGE];
pub const QUESTIONS: &[&[&str]] = &[who::QUESTIONS, account::QUESTIONS];
pub fn pages(p: Pages) -> Pages {
    p.get("/set-up", index::show)
        .get_with("/set-up/accounts", accounts::show)
        .get("/set-up/accounts/new", accounts::new)
        .post("/set-up/accounts/new", accounts::make)
        .get_with("/set-up/accounts/{worker}", account::show)
        .post("/set-up/accounts/{worker}/post", account::take_post)
        .post("/set-up/accounts/{worker}/password", account::reset_password)
        .post("/set-up/accounts/{worker}/second-factor", account::forget_second_factor)
        .post("/set-up/accounts/{worker}/end", account::end)
        .get("/set-up/teams", teams::show)
        .post("/set-up/teams", teams::form_team)
        .post("/set-up/teams/{team}/close", teams::close)
}
