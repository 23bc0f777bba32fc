//! Health of looked after children: a doctor's assessment when they come into care, then one every six
//! months until the fifth birthday and every year after it; teeth, immunisations and the carer's
//! questionnaire once a year.
mod clocks;
mod facts;
pub mod reported;
mod yearly;
pub use clocks::CLOCKS;
pub use facts::Fact;
