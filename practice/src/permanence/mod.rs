//! Permanence: what returns say of adoption and earlier permanence.
mod facts;
pub mod reported;
pub use facts::Fact;
