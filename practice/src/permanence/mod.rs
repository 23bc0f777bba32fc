//! Permanence: what returns say of adoption and earlier permanence.
mod facts;
pub use facts::Fact;
