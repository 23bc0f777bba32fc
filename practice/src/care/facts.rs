use super::reported;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Fact {
    EpisodeReported(Box<reported::Episode>),
    ReviewReported(Box<reported::Review>),
    UascReported(Box<reported::Uasc>),
}

impl From<Fact> for crate::Fact {
    fn from(f: Fact) -> crate::Fact {
        crate::Fact::Care(f)
    }
}
