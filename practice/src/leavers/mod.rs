//! Care leavers: what somebody who was looked after is in law on a day, proved, and what they are owed.
//!
//! [`Lived`] holds the facts of a life that the table asks of; [`status`] reads them off the record.
//! The days are counted in `days`, the six months at home in `home`, the rows are in `rows` and are
//! evaluated in `table`, and [`Status`] adds the reasoning: what was counted, what was left out,
//! what would change it and when, and where a person must decide. [`holds`] sets it beside what somebody
//! recorded and what a manager decided, and says which of them holds.
mod basis;
pub mod cases;
mod days;
mod facts;
mod flags;
mod fold;
#[cfg(test)]
mod holding;
mod holds;
mod home;
mod lived;
mod news;
pub mod owed;
pub mod reported;
mod rows;
mod status;
#[cfg(test)]
mod stories;
mod table;
#[cfg(test)]
mod told;
pub use basis::{Basis, basis};
pub use days::{Counted, Days, LeftOut, THRESHOLD};
pub use facts::{Fact, Learning, OtherStay, With};
pub use flags::{Boundary, Flag, Review};
pub use fold::lived;
pub use holds::{By, Decided, Footing, Holding, OWES, Owes, Queue, Recorded, holds, rank};
pub use home::BEFORE_CEASING;
pub use lived::{Guardianship, Home, Lived, Spell, Stay};
pub use news::{News, Stand, changes_on, news};
pub use rows::{Category, Row};
pub use status::{Change, Status, of, status};
