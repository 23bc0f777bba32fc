//! Court: what returns say of pre-proceedings.
mod facts;
pub mod reported;
pub use facts::Fact;
