//! Care leavers: what each young person of 16 to 24 is in law, and the re-check of what was recorded.
//!
//! What is computed, what somebody recorded and what a manager decided stand side by side, as
//! `practice::leavers::holds` has them; until somebody decides, the one that owes more holds. [`list`] is
//! everybody in reach; [`category`] is one young person's status with everything that it rests on, on any day and
//! as known on any day; [`rechecks`] is where the three do not agree, and [`decide`] where a manager says which
//! holds. A fact that changes somebody's status tells their adviser the same day.
//!
//! How each stands today is in `leaver_now`, and how at the birthdays of the 903 in `leaver_birthday` ([`now`]):
//! [`mine`] is an adviser's dashboard, [`board`] a manager's, and [`indicators`] counts both, with the young people
//! behind each number in [`measured`].
pub mod board;
pub mod category;
pub mod decide;
pub mod indicators;
pub mod list;
pub mod measured;
pub mod mine;
mod now;
pub mod rechecks;
pub mod row;
mod shown;
pub mod standing;
pub mod summary;
pub mod tables;
pub mod words;
pub mod work;

use crate::page::Page;
use kernel::Pages;

pub const PAGES: &[&Page] = &[
    &list::PAGE,
    &mine::PAGE,
    &board::PAGE,
    &indicators::PAGE,
    &measured::PAGE,
    &rechecks::PAGE,
    &category::PAGE,
    &decide::PAGE,
    &work::life::PAGE,
    &work::keeping::PAGE,
    &work::lost::PAGE,
];
pub const QUESTIONS: &[&[&str]] = &[
    row::QUESTIONS,
    mine::QUESTIONS,
    board::QUESTIONS,
    indicators::QUESTIONS,
    measured::QUESTIONS,
    work::lost::QUESTIONS,
    summary::QUESTIONS,
];

pub fn pages(p: Pages) -> Pages {
    p.get_with("/leavers", list::show)
        .get_with("/leavers/mine", mine::mine)
        .get_with("/leavers/advisers", board::show)
        .get_with("/leavers/advisers/{worker}", mine::of_adviser)
        .get_with("/leavers/indicators", indicators::show)
        .get_with("/leavers/indicators/{measure}", measured::show)
        .get_with("/leavers/recheck", rechecks::show)
        .get_with("/children/{child}/category", category::show)
        .get_with("/leavers/out-of-touch", work::lost::show)
        .get("/children/{child}/life", work::life::show)
        .get("/children/{child}/touch", work::keeping::show)
        .get("/children/{child}/category/decide", decide::show)
        .post("/children/{child}/category/decide", decide::decide)
}
