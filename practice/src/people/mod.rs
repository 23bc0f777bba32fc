//! The child's record: who they are, who is around them, who works with them, and who has seen them.
mod clocks;
mod facts;
mod openings;
mod person;
pub mod reported;
mod same;
mod visits;
pub use clocks::{CLOCKS, GLASS_REVIEWED};
pub use facts::{Fact, Identity, Other, Part, Relation, Scheme, Visit};
pub use openings::{Opening, openings};
pub use person::{Allocation, Person, person};
pub use same::{Answer, MaybeSame, maybe_same};
pub use visits::visits;
