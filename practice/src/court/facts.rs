use super::reported;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Fact {
    /// Convicted of an offence, or given a youth caution (asked of looked after children of ten and older).
    ConvictedOrCautioned,
    /// A legal gateway meeting decided on pre-proceedings (Public Law Outline, Practice Direction 12A).
    PreProceedingsBegan,
    /// Before that or within it: the family is told what must change, and offered legal help.
    LetterBeforeProceedingsSent,
    /// A meeting of the family group, to make their own plan, was offered; and held.
    FamilyGroupMeetingOffered,
    FamilyGroupMeetingHeld,
    /// With the parents and their lawyers; the first is the initial meeting, later ones review it.
    PreProceedingsMeetingHeld,
    /// It was decided whether to step down or to go to court (`cin.pp_outcome`).
    PreProceedingsEnded {
        outcome: String,
    },
    /// The family was told that proceedings begin, and the court was asked for an order.
    LetterOfIssueSent,
    CourtApplicationMade,

    PreProceedingsReported(Box<reported::PreProceedings>),
}

impl Fact {
    /// Every code in the fact with the set that it must be from.
    pub fn codes(&self) -> Vec<(&'static str, &str)> {
        match self {
            Fact::PreProceedingsEnded { outcome } => vec![("cin.pp_outcome", outcome)],
            _ => vec![],
        }
    }
}

impl From<Fact> for crate::Fact {
    fn from(f: Fact) -> crate::Fact {
        crate::Fact::Court(f)
    }
}
