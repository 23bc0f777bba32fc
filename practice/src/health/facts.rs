use super::reported;
use crate::day::Date;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Fact {
    /// The child was assessed by a doctor (initial) or, later, by a doctor, nurse or midwife.
    HealthAssessmentDone {
        initial: bool,
        /// The day its written report came.
        report: Option<Date>,
    },
    /// The child, understanding what it means, said no.
    HealthAssessmentRefused,
    DentalCheckDone,
    ImmunisationsChecked {
        up_to_date: bool,
    },
    /// Strengths and difficulties questionnaire filled in by the carer; 0 to 40.
    SdqDone {
        score: i64,
    },
    /// `s903.sdq_reason`: why there is no score.
    SdqNotDone {
        reason: String,
    },
    /// Of a child under five.
    DevelopmentCheckDone,
    SubstanceMisuseFound {
        intervention_offered: bool,
        intervention_received: bool,
    },

    Oc2Reported(Box<reported::Oc2>),
}

impl Fact {
    /// Every code in the fact with the set that it must be from.
    pub fn codes(&self) -> Vec<(&'static str, &str)> {
        match self {
            Fact::SdqNotDone { reason } => vec![("s903.sdq_reason", reason)],
            _ => vec![],
        }
    }
}

impl From<Fact> for crate::Fact {
    fn from(f: Fact) -> crate::Fact {
        crate::Fact::Health(f)
    }
}
