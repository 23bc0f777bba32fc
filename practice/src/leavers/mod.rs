//! Care leavers: what somebody who was looked after is in law on a day, proved, and what they are owed.
//!
//! [`Lived`] holds the facts of a life that the table asks of; [`status`] reads them off the record.
//! The days are counted in `days`, the six months at home in `home`, the rows are in `rows` and are
//! evaluated in `table`, and [`Status`] adds the reasoning: what was counted, what was left out,
//! what would change it and when, and where a person must decide. [`holds`] sets it beside what somebody
//! recorded and what a manager decided, and says which of them holds. [`possible`] asks the same table of what
//! somebody says of themselves, and [`plainly`] says what is owed in their words.
//!
//! The work with a young person follows what holds: [`touch`] is being in touch, [`living`] where they live and what
//! they do, [`settling`] finding a home and a family of their own, [`money`] and [`papers`] what they have, [`homeless`]
//! what is owed to a child of 16 or 17 without a home, [`protocol`] what is tried next, [`lost`] who is out of touch,
//! [`oc3`] how they were at a birthday, [`measures`] what is counted of that and [`targets`] what the council sets
//! itself. The clocks of section W and T are in `clocks`.
mod basis;
pub mod cases;
mod clocks;
mod days;
mod facts;
mod flags;
mod fold;
#[cfg(test)]
mod holding;
mod holds;
mod home;
pub mod homeless;
mod lived;
pub mod living;
pub mod lost;
pub mod measures;
pub mod money;
mod news;
pub mod oc3;
pub mod owed;
pub mod papers;
mod periods;
pub mod plainly;
mod plan_now;
pub mod possible;
pub mod protocol;
pub mod reported;
mod rows;
pub mod settling;
mod status;
#[cfg(test)]
mod stories;
#[cfg(test)]
mod stories_of_oc3;
mod table;
pub mod targets;
pub(crate) mod told;
pub mod touch;
pub use basis::{Basis, basis};
pub use clocks::{CLOCKS, NORMS, PATHWAY_PLAN_REVIEW};
pub use days::{Counted, Days, LeftOut, THRESHOLD};
pub use facts::{Fact, Learning, OtherStay, With};
pub use flags::{Boundary, Flag, Review, Spells};
pub use fold::lived;
pub use holds::{By, Decided, Footing, Holding, OWES, Owes, Queue, Recorded, holds, rank};
pub use home::BEFORE_CEASING;
pub use lived::{Guardianship, Home, Lived, Spell, Stay, Unsaid};
pub use news::{News, Stand, changes_on, news};
pub use periods::{StatusPeriod, periods};
pub use plan_now::{PlanNow, PlanState, plan_now};
pub use rows::{Category, Row};
pub use status::{Change, Status, of, status};
