//! Looked after: where a child lives, under what legal status, and since when.
mod placed;
pub mod tables;

pub use placed::Placed;

pub const PLACED: &str = include_str!("sql/placed.sql");
pub const STATUSES: &str = include_str!("sql/statuses.sql");
pub const QUESTIONS: &[&[&str]] = &[&[PLACED, STATUSES]];
