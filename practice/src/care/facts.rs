use super::reported;
use serde::{Deserialize, Serialize};

/// Codes are those of the SSDA903 return ([`crate::codes`], `s903.…`) and are checked where they
/// are typed; a code that this release does not know is kept as it was said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Fact {
    /// The child was placed; if not looked after already, looked after from this day on.
    PlacementBegan(Placement),
    /// The placement is now meant to last until the child is 18.
    LongTermAgreed {
        /// The child, understanding what it means, agreed to fewer visits.
        fewer_visits: bool,
    },
    /// The assessment is complete that a placement under reg 19 or reg 24 had been made ahead of.
    PlacementAssessed,
    /// Why the placement ended (`s903.reason_placement_change`); the next begins on the same day.
    PlacementEnded {
        reason: String,
    },
    LegalStatusChanged {
        legal_status: String,
    },
    /// `s903.reason_episode_ceased`, never `X1`.
    CeasedToBeLookedAfter {
        reason: String,
    },
    /// The agreed series of short breaks (reg 48) came to its end.
    ShortBreaksEnded,
    /// Agreed with and signed by the appropriate person.
    PlacementPlanSigned {
        /// It was signed for the placement that is to begin, not for the one that runs.
        ahead: bool,
    },
    CarePlanPrepared,
    ReviewHeld {
        /// `s903.review_participation`.
        participation: String,
        /// Opened and not finished: the review counts on the day that it is completed.
        adjourned: bool,
    },
    ReviewDecisionsSent,
    /// The reviewing officer looked at progress between two reviews.
    MidwayCheckMade,
    VisitRequested {
        by: Asker,
    },
    /// Custody after being sentenced, or detained by a court, or (for leavers) a hospital.
    DetentionBegan {
        place: Detained,
    },
    DetentionEnded,
    /// Given a roof without being looked after for it.
    AccommodationProvided {
        under: OtherPower,
    },
    AccommodationEnded,
    SupervisionOrderMade,
    SupervisionOrderEnded,
    ArrivedUnaccompanied,
    UnaccompaniedStatusEnded,

    EpisodeReported(Box<reported::Episode>),
    ReviewReported(Box<reported::Review>),
    UascReported(Box<reported::Uasc>),
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Placement {
    /// `s903.legal_status`; empty: as it was before the move.
    pub legal_status: String,
    /// `s903.placement_type`.
    pub place: String,
    /// `s903.placement_provider`.
    pub provider: Option<String>,
    /// `s903.category_of_need`: said when the child comes into care, and constant after.
    pub need: Option<String>,
    /// The child moved with the carers they had.
    pub same_carers: bool,
    pub home_postcode: Option<String>,
    pub placement_postcode: Option<String>,
    pub urn: Option<String>,
    /// One of an agreed series of short breaks with the same people (reg 48).
    pub short_break: bool,
    pub intended_to_last_to_18: bool,
    pub fewer_visits_agreed: bool,
    pub ahead_of_assessment: Option<Ahead>,
}
/// A placement made before its assessment is complete (Care Planning Regulations 2010).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ahead {
    /// With a parent or another person with parental responsibility.
    Regulation19,
    /// With a connected person, approved for a while.
    Regulation24,
}
/// Who asked for a visit (reg 28(7)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Asker {
    Child,
    Carer,
    ReviewingOfficer,
    /// The inspectorate gave notice about the home: one week, by the regulation itself.
    Inspectorate,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Detained {
    Custody,
    Hospital,
}
/// Accommodation that does not make a child looked after.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OtherPower {
    /// Children Act 1989 s17(6): help to a family in need.
    Section17,
    /// Children Act 1989 s24B: help to a care leaver.
    Section24B,
    /// Housing Act 1996 Part 7.
    Housing,
}

impl Fact {
    /// Every code in the fact with the set that it must be from.
    pub fn codes(&self) -> Vec<(&'static str, &str)> {
        match self {
            Fact::PlacementBegan(p) => p.codes(),
            Fact::LegalStatusChanged { legal_status } => vec![("s903.legal_status", legal_status)],
            Fact::PlacementEnded { reason } => vec![("s903.reason_placement_change", reason)],
            Fact::CeasedToBeLookedAfter { reason } => vec![("s903.reason_episode_ceased", reason)],
            Fact::ReviewHeld { participation, .. } => vec![("s903.review_participation", participation)],
            _ => vec![],
        }
    }
}
impl Placement {
    fn codes(&self) -> Vec<(&'static str, &str)> {
        let said = [
            ("s903.legal_status", Some(self.legal_status.as_str()).filter(|code| !code.is_empty())),
            ("s903.placement_type", Some(self.place.as_str())),
            ("s903.placement_provider", self.provider.as_deref()),
            ("s903.category_of_need", self.need.as_deref()),
        ];
        said.into_iter().filter_map(|(set, code)| Some((set, code?))).collect()
    }
}

impl From<Fact> for crate::Fact {
    fn from(f: Fact) -> crate::Fact {
        crate::Fact::Care(f)
    }
}
