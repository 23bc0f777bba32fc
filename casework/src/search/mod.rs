//! Finding a record, and what stands around one that is not in reach: opening it with a reason, asking
//! whether there is one, restricting it, breaking its glass.
//!
//! A standard record of another team is found by name and opened with a reason, or a neighbour team makes
//! a duplicate or misses a danger. A restricted one is not found at all; but whoever must know whether a
//! child is known asks as an act of its own, hears "a record exists", and the duty manager hears of it at
//! once. Whoever declared a conflict hears nothing anywhere (`domain.md` 7.2; our own choice where the law
//! leaves it open).
mod check;
mod colleagues;
mod conflicts;
mod find;
mod glass;
mod open;
mod openings;
mod rank;
mod restrict;
mod whose;

use crate::page::Page;
use kernel::Pages;

pub const PAGES: &[&Page] = &[
    &find::PAGE,
    &check::PAGE,
    &open::PAGE,
    &glass::PAGE,
    &openings::PAGE,
    &openings::REVIEW,
    &restrict::PAGE,
    &conflicts::PAGE,
];
pub const QUESTIONS: &[&[&str]] =
    &[rank::QUESTIONS, whose::QUESTIONS, colleagues::QUESTIONS, openings::QUESTIONS, conflicts::QUESTIONS];
pub fn pages(p: Pages) -> Pages {
    p.get("/search", find::show)
        .post("/search", find::found)
        .get("/safeguarding-check", check::show)
        .post("/safeguarding-check", check::answer)
        .get("/children/{child}/open", open::show)
        .post("/children/{child}/open", open::open)
        .get("/children/{child}/break-glass", glass::show)
        .post("/children/{child}/break-glass", glass::smash)
        .get("/openings", openings::list)
        .get("/children/{child}/openings/{opening}", openings::show)
        .post("/children/{child}/openings/{opening}", openings::review)
        .get("/children/{child}/restrict", restrict::show)
        .post("/children/{child}/restrict", restrict::restrict)
        .post("/children/{child}/restrict/lift", restrict::lift)
        .get("/children/{child}/conflicts", conflicts::show)
        .post("/children/{child}/conflicts", conflicts::declare)
        .post("/children/{child}/conflicts/end", conflicts::end)
}
