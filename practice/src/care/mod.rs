//! Looked after: placements, legal status, reviews, visits.
mod facts;
pub mod reported;
pub use facts::Fact;
