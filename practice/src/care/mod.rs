//! Looked after: placements, legal status, reviews, visits.
mod facts;
pub use facts::Fact;
