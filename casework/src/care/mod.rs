//! Looked after: where a child lives, under what legal status, and since when.
mod placed;
pub mod summary;
pub mod tables;

pub const QUESTIONS: &[&[&str]] = &[&[summary::PLACED, summary::STATUSES]];
