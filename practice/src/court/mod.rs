//! Court: what returns say of pre-proceedings.
mod facts;
pub use facts::Fact;
