//! The front door: contacts, referrals, and the decision on each.
mod facts;
pub use facts::{Fact, Rating};
