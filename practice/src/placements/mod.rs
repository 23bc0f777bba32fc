//! Placements: what returns say of homes and deprivation of liberty.
mod facts;
pub use facts::Fact;
