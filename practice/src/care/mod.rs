//! Looked after: placements, legal status, reviews, visits.
mod facts;
pub mod reported;
pub use facts::{Ahead, Asker, Detained, Fact, OtherPower, Placement};
