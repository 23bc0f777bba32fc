use super::reported;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Fact {
    DeprivationOfLibertyReported(Box<reported::DeprivationOfLiberty>),
}

impl From<Fact> for crate::Fact {
    fn from(f: Fact) -> crate::Fact {
        crate::Fact::Placements(f)
    }
}
