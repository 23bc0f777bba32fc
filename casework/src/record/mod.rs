//! Recording the work: a visit, a case note; saying that something was wrong; waiving a deadline.
//!
//! What takes one small form is a [`crate::entry::Entry`]: each part of the work lists its own.
//!
//! The way from form to fact to clock to page, as the pattern for all that is recorded: the form is
//! declared once and used to record and to correct; what it says becomes one fact for each child; the
//! record derives that child again; and the page that follows says which deadline was met by it.
mod correct;
mod kept;
mod note;
mod visit;
mod waive;
mod whose;

use crate::page::Page;
use kernel::Pages;

pub const PAGES: &[&Page] = &[&visit::PAGE, &kept::PAGE, &note::PAGE, &correct::PAGE, &waive::PAGE];
pub const QUESTIONS: &[&[&str]] = &[whose::QUESTIONS, visit::QUESTIONS, kept::QUESTIONS, waive::QUESTIONS];
pub fn pages(p: Pages) -> Pages {
    p.get("/children/{child}/visits/new", visit::of_one)
        .get("/visits/new", visit::of_several)
        .post("/visits", visit::record)
        .get_with("/visits/kept", kept::show)
        .get("/children/{child}/notes/new", note::show)
        .post("/children/{child}/notes/new", note::record)
        .get("/children/{child}/facts/{fact}/correct", correct::show)
        .post("/children/{child}/facts/{fact}/correct", correct::correct)
        .get_with("/children/{child}/deadlines/waive", waive::show)
        .post("/children/{child}/deadlines/waive", waive::waive)
}
