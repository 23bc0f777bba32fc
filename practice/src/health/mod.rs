//! Health: assessments, checks, questionnaires.
mod facts;
pub mod reported;
pub use facts::Fact;
