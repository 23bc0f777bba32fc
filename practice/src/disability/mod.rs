//! Disability: what returns say of it.
mod facts;
pub use facts::Fact;
