use super::reported;
use crate::day::Date;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Fact {
    /// The High Court authorised that the child is deprived of liberty where they live, up to a day. An order that
    /// follows on the same day goes on with it.
    DeprivationOfLibertyAuthorised {
        until: Date,
    },
    /// Before the order ran out.
    DeprivationOfLibertyEnded,

    DeprivationOfLibertyReported(Box<reported::DeprivationOfLiberty>),
}

impl From<Fact> for crate::Fact {
    fn from(f: Fact) -> crate::Fact {
        crate::Fact::Placements(f)
    }
}
