//! The child's record: who they are, who is around them, who works with them, and who has seen them.
mod facts;
mod person;
pub mod reported;
mod visits;
pub use facts::{Fact, Identity, Other, Part, Relation, Scheme, Visit};
pub use person::{Allocation, Person, person};
pub use visits::visits;
