//! The child's record: who they are, who is around them, who works with them, and who has seen them.
mod facts;
mod person;
mod visits;
pub use facts::{Fact, Identity, Other, Part, Relation, Scheme, Visit};
pub use person::{Person, person};
pub use visits::visits;
