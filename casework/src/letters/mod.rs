//! Letters to young people, and by which way they may go.
//!
//! What is due and what it says is in `practice::letters`. [`due`] lists the letters that wait in reach; [`write`] shows
//! one as it would be sent and sends it by a way that is safe today; [`sent`] shows one as it was sent. [`contact`] is
//! how a young person may be reached, which only whoever writes in the record sees, and [`tell`] says to them
//! that a letter waits. `crate::page::press` has a document printed as PDF by a program of its own.
pub mod contact;
pub mod due;
pub mod sent;
pub mod summary;
pub mod tables;
pub mod tell;
pub mod write;

use crate::page::Page;
use kernel::Pages;

pub const PAGES: &[&Page] = &[&due::PAGE, &write::PAGE, &sent::PAGE, &contact::PAGE];
pub const QUESTIONS: &[&[&str]] = &[due::QUESTIONS, summary::QUESTIONS];

pub fn pages(p: Pages) -> Pages {
    p.get("/letters", due::show)
        .get("/children/{child}/contact", contact::show)
        .post("/children/{child}/contact", contact::add)
        .get("/children/{child}/contact/{way}", contact::change)
        .post("/children/{child}/contact/{way}", contact::keep)
        .get("/children/{child}/letters/{letter}", write::show)
        .post("/children/{child}/letters/{letter}", write::send)
        .get("/children/{child}/letters/{letter}/pdf", write::pdf)
        .get("/children/{child}/sent/{fact}", sent::show)
        .get("/children/{child}/sent/{fact}/pdf", sent::pdf)
}
