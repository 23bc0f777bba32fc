//! The times that a record was opened from out of reach, and whether somebody else looked at why.
use super::Fact;
use crate::{
    day::Timestamp,
    fact::{Event, Fact as F, Id},
    history::History,
};

#[derive(Clone, Debug, PartialEq)]
pub struct Opening<'a> {
    pub event: Event,
    pub worker: Id,
    pub why: &'a str,
    pub until: Timestamp,
    pub glass_broken: bool,
    /// The first review of it by anybody but whoever opened it.
    pub reviewed: Option<Event>,
}

/// Oldest first.
pub fn openings(h: &History) -> Vec<Opening<'_>> {
    let opened = h.all().filter_map(|k| match &k.fact {
        F::People(Fact::Opened { worker, why, until, glass_broken }) => Some(Opening {
            event: k.into(),
            worker: *worker,
            why,
            until: *until,
            glass_broken: *glass_broken,
            reviewed: reviewed(h, k.id, *worker),
        }),
        _ => None,
    });
    opened.collect()
}
fn reviewed(h: &History, opened: Id, by: Id) -> Option<Event> {
    let reviews = |f: &F| matches!(f, F::People(Fact::OpeningReviewed { opening, .. }) if *opening == opened);
    // Nobody approves their own work.
    h.all().find(|k| reviews(&k.fact) && k.who != by).map(Event::from)
}
