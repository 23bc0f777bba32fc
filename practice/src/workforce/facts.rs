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
    /// About a social worker: their number in the register of Social Work England (`SW` and figures).
    RegistrationNumberLearned {
        number: String,
    },
    Left,
    /// About a worker, beside the post they took.
    Appointed {
        to: NamedPost,
    },
    AppointmentEnded {
        to: NamedPost,
    },
    /// On duty from this day's start to its end (`day`), or from its evening into the next morning.
    OnDuty {
        day: bool,
    },
    DutyEnded {
        day: bool,
    },
}

/// A post that one named person holds, whatever their role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NamedPost {
    /// Answers for what becomes of what is known about people (the Caldicott Principles); is told whenever
    /// glass is broken.
    CaldicottGuardian,
}
impl NamedPost {
    /// As it is stored and sent.
    pub fn code(self) -> &'static str {
        match self {
            NamedPost::CaldicottGuardian => "caldicott_guardian",
        }
    }
}

impl From<Fact> for crate::Fact {
    fn from(f: Fact) -> crate::Fact {
        crate::Fact::Workforce(f)
    }
}
