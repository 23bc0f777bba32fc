//! Disability: what returns say of it.
mod facts;
pub mod reported;
pub use facts::Fact;
