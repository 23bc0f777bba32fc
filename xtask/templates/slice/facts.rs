use serde::{Deserialize, Serialize};

/// What happened, in the past tense. Whom it is about, when, and who said so stand in the envelope.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Fact {
    /// Say what it means that this happened, and whose word it is.
    {Name}Began,
    {Name}Ended { why: String },
}

impl From<Fact> for crate::Fact {
    fn from(f: Fact) -> crate::Fact {
        crate::Fact::{Name}(f)
    }
}
