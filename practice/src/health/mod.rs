//! Health: assessments, checks, questionnaires.
mod facts;
pub use facts::Fact;
