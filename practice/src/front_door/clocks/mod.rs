//! The clocks of the front door: decide within a working day, say so, and sooner when it is urgent.
mod decisions;
mod hub;

use super::Fact;
use crate::{case::Story, clock::Clock, fact::Id};

pub use decisions::DAY_ENDS;
pub const CLOCKS: &[&Clock] =
    &[&decisions::DECISION, &hub::RED, &hub::AMBER, &hub::GREEN, &decisions::FEEDBACK, &decisions::NOTIFICATION];

// How cases tell their stories.
fn contact(n: u128, source: &str) -> Fact {
    Fact::ContactReceived { contact: Id::from_u128(n), source: source.into(), about: String::new() }
}
fn decision(n: u128) -> Fact {
    Fact::ContactDecided { contact: Id::from_u128(n), outcome: "REF".into(), why: String::new() }
}
fn received(s: &mut Story, when: &str) {
    s.on(when, contact(1, "2A"));
}
fn decided(s: &mut Story, when: &str) {
    s.on(when, decision(1));
}
