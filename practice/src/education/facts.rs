use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Fact {
    /// The personal education plan is there to be used.
    EducationPlanMade,
    EducationPlanReviewed,
    /// The child has no school to go to, or is about to be without: a move, a closure, an exclusion.
    SchoolPlaceLost {
        why: String,
    },
    SchoolPlaceFound {
        /// Unique reference number of the school.
        urn: Option<String>,
        full_time: bool,
    },
}

impl From<Fact> for crate::Fact {
    fn from(f: Fact) -> crate::Fact {
        crate::Fact::Education(f)
    }
}
