//! The young person's own side: `/my`, signed in as themselves, and what their workers do for it.
//!
//! Their pages ([`home`], [`my_plan`], [`my_letters`], [`rights`], [`looks`], [`say`], [`account`]) are small, in plain words, and are
//! given nothing but [`my::My`], which holds `practice::young::Mine`: the default is held back. They ask for leave that
//! only a young person has ([`kernel::Own`]), and no address among them names a record. [`invite`] is the page of the
//! record from which they are invited, let back in by two workers, and told what a worker wants to share ([`tell`]).
//! What they say is answered ([`answer`]); that they are not safe ([`not_safe`]) is told to whoever is on duty, who
//! opens it ([`alarm`]).
pub mod account;
pub mod alarm;
pub mod answer;
pub mod home;
pub mod invite;
pub mod looks;
pub mod my;
pub mod my_letters;
pub mod my_plan;
pub mod not_safe;
pub mod rights;
pub mod say;
pub mod summary;
pub mod tables;
pub mod tell;

use crate::page::Page;
use kernel::Pages;

pub const PAGES: &[&Page] = &[
    &home::PAGE,
    &home::NOT_FOUND,
    &my_plan::PAGE,
    &my_letters::PAGE,
    &my_letters::LETTER,
    &rights::PAGE,
    &looks::PAGE,
    &say::PAGE,
    &account::PAGE,
    &invite::PAGE,
    &invite::CODE,
    &not_safe::PAGE,
    &alarm::PAGE,
    &answer::PAGE,
    &tell::PAGE,
];
pub const QUESTIONS: &[&[&str]] =
    &[looks::QUESTIONS, account::QUESTIONS, not_safe::QUESTIONS, alarm::QUESTIONS, summary::QUESTIONS, tell::QUESTIONS];

pub fn pages(p: Pages) -> Pages {
    p.get_with("/my", home::show)
        .post("/my/help", home::ask_for_help)
        .get("/my/plan", my_plan::show)
        .post("/my/plan", my_plan::answer)
        .get("/my/plan/new", my_plan::show_next)
        .post("/my/plan/new", my_plan::answer)
        .get("/my/letters", my_letters::list)
        .get("/my/letters/{letter}", my_letters::show)
        .get("/my/letters/{letter}/pdf", my_letters::pdf)
        .post("/my/letters/{letter}", my_letters::read)
        .get("/my/rights", rights::show)
        .get("/my/looks", looks::show)
        .get("/my/say", say::show)
        .post("/my/say", say::said)
        .get("/my/account", account::show)
        .post("/my/account", account::give_number)
        .get("/my/not-safe", not_safe::show)
        .post("/my/not-safe", not_safe::tell)
        .get("/not-safe/{child}/{fact}", alarm::show)
        .post("/not-safe/{child}/{fact}", alarm::open)
        .get("/children/{child}/young/answer/{fact}", answer::show)
        .post("/children/{child}/young/answer/{fact}", answer::answer)
        .get("/children/{child}/young/share", tell::share)
        .post("/children/{child}/young/share", tell::shared)
        .get("/children/{child}/young/meeting", tell::plan_meeting)
        .post("/children/{child}/young/meeting", tell::meeting_planned)
        .get("/children/{child}/young/hold-back", tell::ask_hold_back)
        .post("/children/{child}/young/hold-back", tell::held_back)
        .get("/children/{child}/young", invite::show)
        .post("/children/{child}/young", invite::invite)
        .post("/children/{child}/young/number", invite::verify_number)
        .post("/children/{child}/young/ask-back", invite::ask_back)
        .post("/children/{child}/young/let-back", invite::let_back)
        .post("/children/{child}/young/end", invite::end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        page::{Chrome, words::words_of_page},
        sign_in,
    };
    use practice::{day::date, plans::plain::grade};

    #[test]
    fn a_child_of_nine_can_read_every_page_of_theirs() {
        let of_mine = |page: &&&Page| page.source.contains("page/my.html") && page.name != "sign_in/resume.html";
        let pages: Vec<_> = PAGES.iter().chain(sign_in::PAGES).filter(of_mine).collect();
        assert!(pages.len() > 12, "{}", pages.len());
        for page in pages {
            for sample in (page.samples)() {
                let chrome = Chrome::public("My page", date(2026, 11, 22), "n");
                let text = words_of_page(&page.html(&chrome, sample.context).unwrap());
                let grade = grade(&text).unwrap_or_default();
                assert!(grade <= 5.0, "{} {}: {grade:.1}\n{text}", page.name, sample.name);
            }
        }
    }
}
