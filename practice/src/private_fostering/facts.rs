use crate::day::Date;
use serde::{Deserialize, Serialize};

/// Visits are [`crate::people::Fact::Visited`]: one visit serves every clock that asks for one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Fact {
    /// The council was told of an arrangement, or found it out, on this day.
    ArrangementNotified {
        by: Notifier,
        /// The day it is to begin, where that lies ahead or was said.
        begins: Option<Date>,
        /// The day on which it was first planned.
        planned: Option<Date>,
        emergency: bool,
    },
    /// The child began to live with someone who is not a parent.
    ArrangementBegan {
        carer: String,
        /// A grandparent, sister, brother, aunt, uncle (also by half blood or marriage) or step-parent.
        close_relative: bool,
        /// A disabled child is privately fostered up to 18, others up to 16.
        disabled: bool,
        /// How long it is meant to last.
        days: Option<i64>,
    },
    ArrangementDecided {
        suitable: bool,
    },
    ArrangementEnded {
        why: String,
    },
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Notifier {
    Carer,
    Parent,
    /// A school, a neighbour, our own worker: the council became aware.
    Other,
}

impl From<Fact> for crate::Fact {
    fn from(f: Fact) -> crate::Fact {
        crate::Fact::PrivateFostering(f)
    }
}
