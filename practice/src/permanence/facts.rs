use super::reported;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Fact {
    Ad1Reported(Box<reported::Ad1>),
    PlacedForAdoptionReported(Box<reported::PlacedForAdoption>),
    PreviousPermanenceReported(Box<reported::PreviousPermanence>),
}

impl From<Fact> for crate::Fact {
    fn from(f: Fact) -> crate::Fact {
        crate::Fact::Permanence(f)
    }
}
