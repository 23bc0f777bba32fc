use super::{Basis, Category, reported};
use crate::day::Date;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Fact {
    /// The child or young person lives with this person from this day on, whoever placed them there.
    LivingWithBegan {
        with: With,
        /// Who it is: two spells with one person are one spell.
        who: String,
    },
    LivingWithEnded,
    SpecialGuardianshipMade {
        /// Looked after immediately before; where nobody said, the record of care says.
        looked_after_before: Option<bool>,
    },
    SpecialGuardianshipEnded,
    /// Accommodated by somebody else than the council (Children Act 1989 s24(2)).
    OtherStayBegan {
        kind: OtherStay,
    },
    OtherStayEnded,
    LearningSaid {
        learning: Learning,
        /// The day on which the course or training began or begins, where it was said.
        since: Option<Date>,
    },
    /// At 21 or later, a former relevant young person asked for an adviser's support (s23CZB).
    SupportRequested,
    SupportNoLongerWanted,
    /// What somebody wrote down as the category, whatever is right.
    CategoryRecorded {
        category: Category,
    },
    /// A manager's decision, with what it rested on: where that changes, it is open again.
    CategoryDecided {
        category: Category,
        reason: String,
        rests_on: Basis,
    },

    Oc3Reported(Box<reported::Oc3>),
}

/// Whom a child lives with, as the six-month rule asks it (Care Leavers Regulations 2010 reg 3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum With {
    /// By birth or adoption.
    Parent,
    /// Somebody else with parental responsibility, a special guardian too.
    ParentalResponsibility,
    /// The child was to live with them under an order before coming into care.
    FormerOrderHolder,
    /// Anybody else, a relative too: never counts.
    Other,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OtherStay {
    VoluntaryOrganisation,
    PrivateChildrensHome,
    /// Counts when it lasts three months or more.
    HealthOrEducation,
    PrivatelyFostered,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Learning {
    In,
    /// A place is agreed: they will be.
    WillBe,
    Wishes,
    Neither,
}

impl From<Fact> for crate::Fact {
    fn from(f: Fact) -> crate::Fact {
        crate::Fact::Leavers(f)
    }
}
