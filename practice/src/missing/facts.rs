use super::reported;
use serde::{Deserialize, Serialize};

/// Say the hour of each: the limits run in hours.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Fact {
    WentMissing {
        /// `s903.missing`: `M` missing, `A` away without authorisation.
        kind: String,
    },
    /// Found, or came back.
    Found,
    SeniorManagerTold {
        name: String,
    },
    /// The police saw the child after the return (prevention interview).
    SafeAndWellCheckDone,
    ReturnInterviewOffered {
        by: String,
        /// Of the placement, and not the allocated worker unless the child prefers that.
        independent: bool,
    },
    ReturnInterviewAccepted,
    ReturnInterviewRefused {
        why: String,
    },
    ReturnInterviewHeld {
        by: String,
        independent: bool,
    },
    /// With police and partners, about a child who goes missing again and again.
    StrategyMeetingHeld,

    MissingReported(Box<reported::Missing>),
}

impl Fact {
    /// Every code in the fact with the set that it must be from.
    pub fn codes(&self) -> Vec<(&'static str, &str)> {
        match self {
            Fact::WentMissing { kind } => vec![("s903.missing", kind)],
            _ => vec![],
        }
    }
}

impl From<Fact> for crate::Fact {
    fn from(f: Fact) -> crate::Fact {
        crate::Fact::Missing(f)
    }
}
