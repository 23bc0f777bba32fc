//! Statutory returns going out: the files, made from the record by the service itself. They hold every
//! child, restricted ones too, so making one is a grant of its own and is kept as a fact ([`write`]).
pub mod write;

pub const QUESTIONS: &[&[&str]] = &[write::QUESTIONS];
