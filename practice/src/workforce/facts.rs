use super::reported;
use crate::{access::Role, fact::Id};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Fact {
    WorkerEpisodeReported(Box<reported::WorkerEpisode>),
    /// About a team.
    TeamFormed {
        name: String,
    },
    TeamClosed,
    /// About a worker: who they are and the post they took up. Said again when the post changes.
    PostTaken {
        name: String,
        role: Role,
        team: Id,
    },
    Left,
    /// On duty from this day's start to its end (`day`), or from its evening into the next morning.
    OnDuty {
        day: bool,
    },
    DutyEnded {
        day: bool,
    },
}

impl From<Fact> for crate::Fact {
    fn from(f: Fact) -> crate::Fact {
        crate::Fact::Workforce(f)
    }
}
