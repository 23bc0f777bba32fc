//! Disability: what somebody has learned of it, and what returns say.
mod facts;
pub mod reported;
pub use facts::Fact;
