//! Child and family assessment.
mod facts;
pub use facts::{Carer, Checkpoint, Fact};
