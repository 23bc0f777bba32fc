//! Who works here: teams, posts, accounts, who is on duty, and who works with which child.
pub mod accounts;
pub mod tables;

use crate::page::Page;
use kernel::Pages;

pub const PAGES: &[&Page] = &[];
pub const QUESTIONS: &[&[&str]] = &[];
pub fn pages(p: Pages) -> Pages {
    p
}
