//! The plans of a child or young person.
//!
//! The working page ([`plan`]) shows the version in force, what made it stale, its actions with their owners, who
//! agreed and who holds a copy. A version is written area by area as a journey ([`write`]), with help beside each
//! action, and what people then say of it ([`say`]) puts it in force. The young person's own version says the same in
//! plain words ([`plain`]), and [`print`] has it as PDF. What presses stands on the Today of whoever can do it ([`summary`]).
//!
//! The law is in `practice::plans`: nothing here knows one kind of plan from another.
pub mod draft;
pub mod people;
pub mod plain;
pub mod plan;
pub mod print;
pub mod say;
pub mod sayings;
pub mod sheet;
pub mod summary;
pub mod tables;
pub mod write;

use crate::page::Page;
use kernel::Pages;

pub const PAGES: &[&Page] = &[&plan::PAGE, &write::HUB, &write::STEP, &say::PAGE, &plain::PAGE];
pub const QUESTIONS: &[&[&str]] = &[sheet::QUESTIONS, summary::QUESTIONS];
pub fn pages(p: Pages) -> Pages {
    p.get("/children/{child}/plan", plan::show)
        .get("/children/{child}/plan/{kind}/plain", plain::show)
        .get("/children/{child}/plan/{kind}/pdf/{layout}", print::show)
        .get("/children/{child}/plan/{kind}/write", write::hub)
        .post("/children/{child}/plan/{kind}/write", write::keep)
        .get("/children/{child}/plan/{kind}/write/{area}", write::area)
        .post("/children/{child}/plan/{kind}/write/{area}", write::save_area)
        .get("/children/{child}/plan/{kind}/write/{area}/{action}", write::action)
        .post("/children/{child}/plan/{kind}/write/{area}/{action}", write::save_action)
        .get("/children/{child}/plan/{kind}/say/{what}", say::show)
        .post("/children/{child}/plan/{kind}/say/{what}", say::say)
        .get("/children/{child}/plan/{kind}/actions/{action}/{what}", say::show)
        .post("/children/{child}/plan/{kind}/actions/{action}/{what}", say::say)
}
