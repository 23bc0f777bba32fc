//! Child and family assessment.
mod facts;
pub mod reported;
pub use facts::{Carer, Checkpoint, Fact};
