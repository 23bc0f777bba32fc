//! Child and family assessment.
mod clocks;
mod facts;
pub mod reported;
mod view;
pub use clocks::CLOCKS;
pub use facts::{Carer, Checkpoint, Fact};
pub use view::{Assessment, CarerAssessment, carer_assessments, view};
