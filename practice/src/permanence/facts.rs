use super::reported;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Fact {
    /// Adopted, or in the care of a guardian or another person by order of a court, before coming into care
    /// (`s903.prev_perm`; `Z1` where it was asked and there was nothing).
    EarlierPermanenceLearned {
        kind: String,
        /// Where it was arranged (`local_authority`), as far as it is known.
        authority: Option<String>,
        /// The day of the order, as the return asks for it: `03/05/2019`, `ZZ/ZZ/2019` where the year alone is known.
        ordered: Option<String>,
    },
    /// The agency's decision maker decided that the child should be placed for adoption (Adoption Agencies
    /// Regulations 2005 reg 19).
    PlacementForAdoptionDecided,
    /// The child should no longer be placed for adoption (`s903.reason_placed_ceased`).
    PlanForAdoptionEnded {
        reason: String,
    },
    /// Adopters were found for the child, and the match was decided (reg 33).
    MatchedWithAdopters {
        number: i64,
        /// `s903.sex_adoptr`.
        sexes: String,
        /// `s903.ls_adoptr`.
        legal_status: String,
    },

    Ad1Reported(Box<reported::Ad1>),
    PlacedForAdoptionReported(Box<reported::PlacedForAdoption>),
    PreviousPermanenceReported(Box<reported::PreviousPermanence>),
}

impl Fact {
    /// Every code in the fact with the set that it must be from.
    pub fn codes(&self) -> Vec<(&'static str, &str)> {
        match self {
            Fact::EarlierPermanenceLearned { kind, authority, .. } => {
                let authority = authority.iter().map(|a| ("local_authority", a.as_str()));
                std::iter::once(("s903.prev_perm", kind.as_str())).chain(authority).collect()
            }
            Fact::PlanForAdoptionEnded { reason } => vec![("s903.reason_placed_ceased", reason)],
            Fact::MatchedWithAdopters { sexes, legal_status, .. } => {
                vec![("s903.sex_adoptr", sexes), ("s903.ls_adoptr", legal_status)]
            }
            _ => vec![],
        }
    }
}

impl From<Fact> for crate::Fact {
    fn from(f: Fact) -> crate::Fact {
        crate::Fact::Permanence(f)
    }
}
