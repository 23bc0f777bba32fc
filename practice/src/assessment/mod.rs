//! Child and family assessment.
mod facts;
pub use facts::Fact;
