use super::{
    Basis, Category,
    homeless::{Decision, Interim},
    living::{Accommodation, Activity, Document, Opportunity, Unsuitable},
    money::{Money, Savings},
    reported,
    settling::{Bid, HandOver},
    touch::{Contact, How, Need, Source},
};
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

    // What is prepared and given. Who the adviser is, an allocation says.
    /// The young person met the adviser whom they will have.
    AdviserIntroduced,
    NeedsAssessmentBegan,
    NeedsAssessmentCompleted,
    PathwayPlanPrepared,
    PathwayPlanReviewed,
    /// The history of their health, theirs to keep.
    HealthHistoryOffered {
        taken: bool,
    },
    /// From 21: advice and support, made and evidenced (s23CZB(7)).
    SupportOffered {
        how: How,
    },

    // Keeping in touch.
    Contacted(Contact),
    NeedOfContactRated {
        need: Need,
    },
    /// Contact is lost, and somebody who may know is asked.
    SearchAsked {
        who: Source,
    },
    SearchAnswered {
        who: Source,
        /// They know where the young person is, or how to reach them.
        known: bool,
        words: String,
    },
    /// All was tried: a manager looked at it, and said how they are to be found.
    ReconnectPlanMade {
        words: String,
    },
    /// The young person chose not to be in touch for now.
    SteppedAway {
        childs_words: String,
    },

    // Where they live and what they do.
    AccommodationBegan(Accommodation),
    AccommodationJudged {
        suitable: bool,
        unsuitable: Vec<Unsuitable>,
    },
    AccommodationEnded,
    StayingPutBegan {
        carer: String,
    },
    StayingPutReviewed,
    StayingPutEnded {
        why: String,
    },
    StayingCloseBegan {
        /// The home close to which they live.
        with: String,
    },
    StayingCloseEnded {
        why: String,
    },
    /// For a home, and what became of it; said again when that changes.
    HousingBid {
        home: String,
        became: Bid,
    },
    HomelessnessThreatened {
        /// Likely within 56 days, as the Housing Act asks.
        within_56_days: bool,
        agrees_to_referral: Option<bool>,
    },
    HousingReferralMade {
        authority: String,
    },
    ReleaseDateSet {
        release: Date,
    },
    ActivityBegan(Activity),
    ActivityEnded,
    OpportunityOffered {
        what: Opportunity,
        with_the_council: bool,
        taken: bool,
    },
    /// All that are held now; said again whole when that changes.
    DocumentsHeld {
        documents: Vec<Document>,
    },
    MoneyGiven {
        what: Money,
        pence: i64,
        words: String,
    },
    SavingsKnown {
        held_in: Savings,
        pence: i64,
    },
    ImmigrationStatusKnown {
        status: String,
        expires: Option<Date>,
    },
    /// What is to be done by a day: to apply, to appeal, to see the solicitor. Set anew when the day changes.
    ImmigrationDeadlineSet {
        what: String,
        by: Date,
    },
    ImmigrationDeadlineMet {
        what: String,
    },
    /// Said again whole when it changes.
    OwnChildrenKnown {
        children: i64,
        live_with_them: Option<bool>,
        /// The day on which one is expected.
        expected: Option<Date>,
    },
    AdultsServices {
        step: HandOver,
        words: String,
    },

    // Homeless at 16 or 17.
    HomelessPresented,
    HomelessInterviewed {
        safe_tonight: bool,
    },
    HomelessAccommodated {
        place: Interim,
    },
    HomelessAssessed {
        with_housing: bool,
    },
    HomelessDecided(Box<Decision>),

    Oc3Reported(Box<reported::Oc3>),
}
impl Fact {
    /// Every code in the fact with the set that it must be from.
    pub fn codes(&self) -> Vec<(&'static str, &str)> {
        match self {
            Fact::AccommodationBegan(a) => vec![("s903.accommodation", &a.accommodation)],
            Fact::ActivityBegan(a) => vec![("s903.activity", &a.activity)],
            Fact::ImmigrationStatusKnown { status, .. } => vec![("local.immigration_status", status)],
            _ => vec![],
        }
    }
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

impl With {
    pub const ALL: [With; 4] = [With::Parent, With::ParentalResponsibility, With::FormerOrderHolder, With::Other];
    pub fn words(self) -> &'static str {
        match self {
            With::Parent => "A parent",
            With::ParentalResponsibility => "Somebody else with parental responsibility, a special guardian too",
            With::FormerOrderHolder => "Somebody with whom an order had them live before care",
            With::Other => "Anybody else, a relative too",
        }
    }
}
impl Learning {
    pub const ALL: [Learning; 4] = [Learning::In, Learning::WillBe, Learning::Wishes, Learning::Neither];
    pub fn words(self) -> &'static str {
        match self {
            Learning::In => "They are in education or training",
            Learning::WillBe => "They will be: a place is agreed",
            Learning::Wishes => "They wish to be",
            Learning::Neither => "They are not, and do not wish to be",
        }
    }
}

impl From<Fact> for crate::Fact {
    fn from(f: Fact) -> crate::Fact {
        crate::Fact::Leavers(f)
    }
}
