use super::reported;
use serde::{Deserialize, Serialize};

/// A child has one child and family assessment open at a time: each fact is about the one that is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Fact {
    AssessmentBegan,
    /// Sent back, or new information came in, after it was authorised. It keeps its start.
    AssessmentReopened {
        why: String,
    },
    /// A manager looked at it at one of the checkpoints.
    AssessmentReviewedByManager {
        checkpoint: Checkpoint,
        words: String,
    },
    DraftSentToManager,
    AssessmentAuthorised {
        /// `cin.assessment_factor`.
        factors: Vec<String>,
        /// `local.assessment_outcome`.
        outcome: String,
    },
    /// A parent carer or a young carer asked for an assessment of their own, or plainly needs one.
    CarerAssessmentAsked {
        whose: Carer,
    },
    CarerAssessmentCompleted {
        whose: Carer,
    },

    AssessmentReported(Box<reported::Assessment>),
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Checkpoint {
    First,
    Second,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Carer {
    /// The child is the carer: Children Act 1989 s17ZA.
    Young,
    /// A parent cares for this disabled child: s17ZD.
    Parent,
}
impl Fact {
    /// Every code in the fact with the set that it must be from.
    pub fn codes(&self) -> Vec<(&'static str, &str)> {
        match self {
            Fact::AssessmentAuthorised { factors, outcome } => {
                let factors = factors.iter().map(|f| ("cin.assessment_factor", f.as_str()));
                factors.chain([("local.assessment_outcome", outcome.as_str())]).collect()
            }
            _ => vec![],
        }
    }
}
impl From<Fact> for crate::Fact {
    fn from(f: Fact) -> crate::Fact {
        crate::Fact::Assessment(f)
    }
}
