//! The front door: contacts, referrals, and the decision on each.
mod facts;
pub mod reported;
pub use facts::{Fact, Rating};
