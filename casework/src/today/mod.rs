//! What is owed: to whom, by when, and why. For a worker, a team, the service.
pub mod owed;
pub mod tables;

use crate::page::Page;
use kernel::{Pages, View};

/// Said once, because its standing is asked of the moment of reading.
pub const VIEWS: &[View] = &[View { name: "owed_now", question: include_str!("sql/owed_now.sql") }];
pub const PAGES: &[&Page] = &[];
pub const QUESTIONS: &[&[&str]] = &[];
pub fn pages(p: Pages) -> Pages {
    p
}
