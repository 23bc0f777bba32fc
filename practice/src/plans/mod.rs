//! Plans that hold: one mechanism for pathway plans, and for child in need, protection and care plans.
//!
//! A plan is written in versions ([`Fact`]). A version is a draft until those whose plan it is have said what
//! they think of it, and in force only from the day on which the young person also holds a copy, or it is said
//! why not ([`view`]). The version before stays in force until then. Its actions belong to somebody with a name
//! ([`Person`]), never to a role; [`smart`] helps to say what will be different, by when, and how anybody will
//! know. What changes in a life ([`Change`]) marks the version in force as stale by itself, until it is revised
//! or somebody says why it stands ([`clocks`]).
//!
//! A kind of plan is one file and one line: see [`pathway`](self::PATHWAY).
mod actions;
mod change;
mod clocks;
mod facts;
mod kind;
mod pathway;
mod person;
pub mod plain;
pub mod smart;
pub(crate) mod stories;
mod view;
pub use actions::{ActionNow, actions, share_of_young_person};
pub use change::{Change, changes_on};
pub use clocks::{in_force, reviewed};
pub use facts::{Action, AreaWords, Draft, Fact, How, Outcome};
pub use kind::{Area, Kind, of};
pub use pathway::PATHWAY;
pub use person::{Name, NotAName, Person};
pub use view::{Answer, Changed, Copy, Plan, State, Version, plan};

use crate::{History, clock::Clock};

/// Every kind of plan. A line each.
pub const KINDS: &[&Kind] = &[&PATHWAY];

pub const CLOCKS: &[&Clock] = &[&pathway::STALE];

/// The plans of a child that have a version, one of each kind.
pub fn plans(h: &History) -> Vec<Plan<'_>> {
    KINDS.iter().map(|kind| plan(h, kind)).filter(|p| !p.versions.is_empty()).collect()
}
