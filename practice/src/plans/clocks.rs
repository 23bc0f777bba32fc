//! The two clocks of every kind of plan: how long it may stand unreviewed, and how long it may stay stale.
//! A kind names its own numbers and sources; the counting is here, but for a review that is owed only while
//! something else holds: the part of the work that knows of that counts from [`reviewed`].
use super::{Kind, Version, plan};
use crate::{
    asked::Ended,
    clock::{Asked, Owed},
    fact::Event,
    history::History,
};

/// The days on which a version came into force.
pub fn in_force(h: &History, kind: &'static Kind) -> Vec<Event> {
    plan(h, kind).versions.iter().filter_map(|v| v.current).collect()
}
/// The same, and those on which a version was reviewed and found to stand, in order.
pub fn reviewed(h: &History, kind: &'static Kind) -> Vec<Event> {
    let plan = plan(h, kind);
    let each = plan.versions.iter().flat_map(|v| v.current.into_iter().chain(v.reviews.iter().copied()));
    let mut reviewed: Vec<Event> = each.collect();
    reviewed.sort_by_key(|e| (e.on, e.at, e.recorded));
    reviewed
}
/// From the first change that nobody had answered, until the version is revised or somebody says why it stands.
pub(super) fn stale(a: &Asked, kind: &'static Kind) -> Vec<Owed> {
    let plan = plan(a.h, kind);
    let ended = ended(a.h, kind);
    let spells = plan.versions.iter().flat_map(spells);
    spells
        .filter(|(start, _)| ended.is_none_or(|e| start.on < e.on))
        .map(|(start, stop)| a.by(start, a.limit(start.on), stop, ended))
        .collect()
}
/// The times at which a version in force was stale, each with what ended it.
fn spells(version: &Version) -> Vec<(Event, Option<Event>)> {
    let Some(current) = version.current else { return vec![] };
    let mut spells: Vec<(Event, Option<Event>)> = vec![];
    for c in &version.changes {
        let answered = c.stands.map(|(event, _)| event).or(version.superseded);
        // Answered while it was still a draft: it was never stale in force.
        if answered.is_some_and(|e| (e.on, e.recorded) < (current.on, current.recorded)) {
            continue;
        }
        let start = if c.event.on < current.on { current } else { c.event };
        if spells.last().is_none_or(|(_, stop)| *stop != answered) {
            spells.push((start, answered));
        }
    }
    spells
}
fn ended(h: &History, kind: &Kind) -> Option<Ended> {
    let died = h.person().died.map(|on| Ended { on, why: "The young person died" });
    let aged =
        h.birthday(kind.until_age).map(|on| Ended { on, why: "The young person is of an age at which the plan ends" });
    died.into_iter().chain(aged).filter(|e| e.on <= h.today).min_by_key(|e| e.on)
}
