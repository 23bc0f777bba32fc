//! Homeless at 16 or 17: the council's duty to look after a child comes before any housing duty (R (G) v Southwark
//! [2009] UKHL 26). [`page`] shows each time that somebody presented, what is still to be done and by when; [`decide`]
//! leads through the questions in their order, to a decision that stands. The law is in `practice::leavers::homeless`.
mod accommodated;
mod assessed;
pub mod decide;
mod interviewed;
pub mod page;
mod presented;

use crate::{entry::Entry, page::Page};
use kernel::Pages;

pub const PAGES: &[&Page] = &[&page::PAGE, &decide::PAGE];
pub const ENTRIES: &[&Entry] =
    &[&presented::PRESENTED, &interviewed::INTERVIEWED, &accommodated::ACCOMMODATED, &assessed::ASSESSED];

pub fn pages(p: Pages) -> Pages {
    p.get("/children/{child}/homeless", page::show)
        .get("/children/{child}/homeless/decide/{step}", decide::show)
        .post("/children/{child}/homeless/decide/{step}", decide::save)
}
