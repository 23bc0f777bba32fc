//! Who was visited and seen: one visit serves every clock that asks for one.
use super::Fact;
use crate::{
    fact::{Event, Fact as F},
    history::History,
};

/// The visits at which the child was seen, oldest first. A visit without seeing the child is an attempt.
pub fn visits(h: &History) -> Vec<Event> {
    h.events(|f| matches!(f, F::People(Fact::Visited(v)) if v.seen))
}
