//! Health: assessments, checks, questionnaires.
mod clocks;
mod facts;
pub mod reported;
mod yearly;
pub use clocks::CLOCKS;
pub use facts::Fact;
