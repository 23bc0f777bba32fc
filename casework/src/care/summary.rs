//! What other parts of the work may ask of this one: where the child has lived, and what they are in law.
pub use super::placed::Placed;

pub const PLACED: &str = include_str!("sql/placed.sql");
pub const STATUSES: &str = include_str!("sql/statuses.sql");
