//! Placements: what returns say of homes and deprivation of liberty.
mod facts;
pub mod reported;
pub use facts::Fact;
