//! The child's record: who they are, who is around them, who works with them, and who has seen them.
//!
//! Everybody who opens a record sees the same head ([`head`]): whose it is, and each badge with the
//! reason why it is lit. Then come the pages, always in one order: five minutes' reading that say who,
//! where, why and what is due ([`summary`]); what the law asks and how that was worked out
//! ([`deadlines`]); what happened, in words, with every correction ([`timeline`]); the family
//! ([`family`]); where the child has lived ([`placements`]); and who has looked ([`looks`]).
pub mod as_known;
pub mod deadlines;
pub mod due;
pub mod events;
pub mod family;
pub mod gist;
pub mod head;
pub mod heading;
pub mod keys;
pub mod looks;
pub mod names;
pub mod placements;
pub mod relations;
pub mod same;
pub mod significant;
pub mod summary;
pub mod tables;
pub mod timeline;
pub mod told;
pub mod words;
pub mod workers;

use crate::page::Page;
use kernel::{Pages, View};

/// Said once: whose team a child is of follows the worker.
pub const VIEWS: &[View] = &[View { name: "allocated", question: include_str!("sql/allocated.sql") }];
pub const PAGES: &[&Page] =
    &[&summary::PAGE, &deadlines::PAGE, &timeline::PAGE, &family::PAGE, &placements::PAGE, &looks::PAGE];
pub const QUESTIONS: &[&[&str]] = &[&[
    head::CHILD,
    names::NAMES,
    due::OWED,
    deadlines::ANSWERED,
    timeline::OUTLINE,
    workers::WORKERS,
    same::SAID,
    same::CALLED,
    family::FAMILY,
    family::KIN,
    family::ADULTS,
    looks::LOOKS,
    looks::COUNT,
    looks::OPENINGS,
]];
pub fn pages(p: Pages) -> Pages {
    p.get("/children/{child}", summary::show)
        .get_with("/children/{child}/deadlines", deadlines::show)
        .get_with("/children/{child}/timeline", timeline::show)
        .get("/children/{child}/family", family::show)
        .get("/children/{child}/placements", placements::show)
        .get_with("/children/{child}/looks", looks::show)
}
