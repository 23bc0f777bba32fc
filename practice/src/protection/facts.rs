use super::reported;
use crate::day::Date;
use serde::{Deserialize, Serialize};

/// A child has one enquiry, one child protection plan and one child in need plan at a time: each
/// fact is about the one that is open, or about the conference nearest to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Fact {
    /// There is reasonable cause to suspect significant harm (Children Act 1989 s47(1)(b)).
    SignificantHarmSuspected,
    StrategyDiscussionHeld {
        /// Section 47 enquiries were begun at this one.
        enquiry_begins: bool,
        agencies: Vec<Agency>,
        /// The day by which it wants the child seen; otherwise within 24 hours.
        see_child_by: Option<Date>,
    },
    /// A manager authorised what the enquiries came to.
    EnquiryConcluded {
        /// `local.s47_outcome`.
        outcome: String,
    },
    /// Another authority told us that a child on its plan has moved here for good.
    MovedInOnPlan {
        from: String,
    },

    /// A conference was called for a day; called again when the day moves.
    ConferenceArranged {
        kind: Conference,
        day: Date,
    },
    /// The report for the next conference was shared with the family.
    ReportSharedWithFamily,
    ConferenceHeld {
        kind: Conference,
        outcome: ConferenceOutcome,
        /// `cin.category_of_abuse`, where there is a plan after it.
        category: Option<String>,
    },
    /// The outline of the plan that the last conference made was given to the parents.
    PlanOutlineGiven,
    /// The minutes of the last conference were sent round.
    MinutesCirculated,
    /// A plan that no conference recorded here made: one taken over from an older system.
    ProtectionPlanBegan {
        /// `cin.category_of_abuse`.
        category: String,
    },
    /// It ended otherwise than at a review: the child moved away for good, say.
    ProtectionPlanEnded {
        why: String,
    },
    /// So many plans are known from before this record, here or elsewhere.
    EarlierPlansLearned {
        number: u32,
    },
    CoreGroupHeld,
    /// The plan says how often the child is to be seen, instead of the council's norm.
    VisitIntervalAgreed {
        working_days: i64,
    },

    PoliceProtectionTaken,
    PoliceProtectionEnded,
    EmergencyProtectionOrderMade,
    /// Once, by up to seven days (s45(5) and (6)).
    EmergencyProtectionOrderExtended {
        days: i64,
    },
    /// Discharged, run out, or followed by another order.
    EmergencyProtectionOrderEnded,
    ChildAssessmentOrderMade {
        /// The day on which the assessment is to begin, which the order must name (s43(5)).
        from: Date,
    },
    ChildAssessmentOrderEnded,

    /// We learned that a child has died or was seriously harmed and abuse or neglect is known or suspected.
    SeriousIncidentLearned,
    SeriousIncidentNotified,
    RapidReviewSent,
    LearningReviewDecided {
        held: bool,
    },
    LearningReviewPublished,

    InNeedPlanAgreed,
    InNeedPlanReviewed,
    /// A manager asked why the plan is still needed.
    LongInNeedPlanReviewed {
        /// By a service manager or above.
        senior: bool,
    },
    InNeedPlanEnded {
        why: String,
    },

    InNeedPlanReported(Box<reported::InNeedPlan>),
    EnquiryReported(Box<reported::Enquiry>),
    ProtectionPlanReported(Box<reported::ProtectionPlan>),
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Agency {
    SocialCare,
    Police,
    Health,
    Education,
    Other,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Conference {
    Initial,
    Review,
    TransferIn,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConferenceOutcome {
    /// From this day the child is on a plan, or still is.
    Plan,
    /// The child is not, or no longer, on a plan.
    NoPlan,
}
impl Fact {
    /// Every code in the fact with the set that it must be from.
    pub fn codes(&self) -> Vec<(&'static str, &str)> {
        match self {
            Fact::EnquiryConcluded { outcome } => vec![("local.s47_outcome", outcome)],
            Fact::ConferenceHeld { category: Some(category), .. } | Fact::ProtectionPlanBegan { category } => {
                vec![("cin.category_of_abuse", category)]
            }
            _ => vec![],
        }
    }
}
impl From<Fact> for crate::Fact {
    fn from(f: Fact) -> crate::Fact {
        crate::Fact::Protection(f)
    }
}
