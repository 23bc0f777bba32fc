//! Permanence: adoption, from the decision to the match, and what was permanent before.
mod facts;
pub mod reported;
mod view;
pub use facts::Fact;
pub use view::{AdoptionDecision, Match, adoption_decisions};
