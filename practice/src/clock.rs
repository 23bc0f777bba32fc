//! A clock: something starts it, something stops it, and a day by which. One `const` item carries
//! its length, its source, its logic and its cases; pages, reports and tests come from it.
use crate::{
    day::{Date, Timestamp, plus_days, start_of},
    fact::{Event, Id},
    history::History,
    norms::Norms,
};
use serde::{Deserialize, Serialize};

pub struct Clock {
    /// As in the reference of clocks: `P03`.
    pub code: &'static str,
    /// For URLs and queries: `initial_conference`.
    pub name: &'static str,
    pub title: &'static str,
    /// What starts and what stops it, in words.
    pub starts: &'static str,
    pub stops: &'static str,
    pub limit: Limit,
    pub kind: Kind,
    pub source: &'static str,
    /// How sure we are of the source: `F` found in it; `K-H`, `K-M`, `K-L` knowledge of high, medium or low confidence.
    pub mark: &'static str,
    /// Exceptions and readings, for its page.
    pub notes: &'static str,
    /// The kind of fact that stops it: where no source covers that, the answer is *not known*.
    pub stopped_by: Matter,
    pub from: Option<Date>,
    pub until: Option<Date>,
    pub owed: fn(&Asked) -> Vec<Owed>,
    pub cases: &'static [crate::case::Case],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limit(pub i64, pub Unit);
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    Minutes,
    Hours,
    Days,
    Weeks,
    Months,
    WorkingDays,
    SchoolDays,
    /// The end of the school term after the one in which it started.
    Terms,
}
/// What sort of rule sets it. The first three are reported as statutory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Statute,
    Regulation,
    StatutoryGuidance,
    Guidance,
    Standard,
    DataReturn,
    /// The council's own: its number is a norm that the council may set.
    LocalNorm,
    Measure,
}
/// A kind of fact that a source may or may not cover on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Matter {
    Contacts,
    Referrals,
    Assessments,
    AssessmentReviews,
    ChildSeen,
    StrategyDiscussions,
    Enquiries,
    Conferences,
    CoreGroups,
    ConferencePapers,
    ProtectionPlans,
    ProtectionOrders,
    SeriousIncidents,
    InNeedPlans,
    InNeedReviews,
    Visits,
    Placements,
    PlacementPlans,
    CarePlans,
    Reviews,
    ReviewRecords,
    ReviewingOfficers,
    HealthAssessments,
    Sdq,
    DentalChecks,
    Immunisations,
    EducationPlans,
    SchoolPlaces,
    Missing,
    ReturnInterviews,
    MissingResponses,
    PrivateFostering,
    /// Where and with whom children and young people live who are not looked after.
    LivingElsewhere,
    /// Who has a personal adviser.
    Advisers,
    /// Needs assessments and pathway plans of care leavers, with their reviews.
    PathwayPlans,
    /// Being in touch with care leavers: contacts, attempts, visits, what was offered.
    InTouch,
    HealthHistories,
    /// What is done for young people who are or may become homeless.
    Homelessness,
    /// Records opened from out of reach. It happens in here and nowhere else, so that no source need say it.
    Openings,
    /// What young people say on their own pages, and what is answered there: as the openings.
    OwnPages,
}

impl Matter {
    /// As a heading of what is recorded.
    pub fn title(self) -> &'static str {
        match self {
            Matter::Contacts => "Contacts",
            Matter::Referrals => "Referrals",
            Matter::Assessments => "Assessments",
            Matter::AssessmentReviews => "Reviews during an assessment",
            Matter::ChildSeen => "When a child was first seen",
            Matter::StrategyDiscussions => "Strategy discussions",
            Matter::Enquiries => "Section 47 enquiries",
            Matter::Conferences => "Child protection conferences",
            Matter::CoreGroups => "Core groups",
            Matter::ConferencePapers => "Reports and minutes of conferences",
            Matter::ProtectionPlans => "Child protection plans",
            Matter::ProtectionOrders => "Police and emergency protection",
            Matter::SeriousIncidents => "Serious incidents",
            Matter::InNeedPlans => "Child in need plans",
            Matter::InNeedReviews => "Child in need reviews",
            Matter::Visits => "Visits",
            Matter::Placements => "Placements and legal status",
            Matter::PlacementPlans => "Placement plans",
            Matter::CarePlans => "Care plans",
            Matter::Reviews => "Reviews of looked after children",
            Matter::ReviewRecords => "Records and decisions of reviews",
            Matter::ReviewingOfficers => "Reviewing officers",
            Matter::HealthAssessments => "Health assessments",
            Matter::Sdq => "Strengths and difficulties questionnaires",
            Matter::DentalChecks => "Dental checks",
            Matter::Immunisations => "Immunisations",
            Matter::EducationPlans => "Personal education plans",
            Matter::SchoolPlaces => "School places",
            Matter::Missing => "Times missing",
            Matter::ReturnInterviews => "Return home interviews",
            Matter::MissingResponses => "Responses to a child missing",
            Matter::PrivateFostering => "Private fostering",
            Matter::LivingElsewhere => "Where children live who are not looked after, and with whom",
            Matter::Advisers => "Personal advisers",
            Matter::PathwayPlans => "Needs assessments and pathway plans",
            Matter::InTouch => "Being in touch with care leavers",
            Matter::HealthHistories => "Health histories of care leavers",
            Matter::Homelessness => "Homelessness of young people",
            Matter::Openings => "Records opened from out of reach",
            Matter::OwnPages => "What young people say on their own pages",
        }
    }
    /// What a source may tell of, or a day be said from which it is recorded here.
    pub const ALL: [Matter; 38] = {
        use Matter::*;
        [
            Contacts,
            Referrals,
            Assessments,
            AssessmentReviews,
            ChildSeen,
            StrategyDiscussions,
            Enquiries,
            Conferences,
            CoreGroups,
            ConferencePapers,
            ProtectionPlans,
            ProtectionOrders,
            SeriousIncidents,
            InNeedPlans,
            InNeedReviews,
            Visits,
            Placements,
            PlacementPlans,
            CarePlans,
            Reviews,
            ReviewRecords,
            ReviewingOfficers,
            HealthAssessments,
            Sdq,
            DentalChecks,
            Immunisations,
            EducationPlans,
            SchoolPlaces,
            Missing,
            ReturnInterviews,
            MissingResponses,
            PrivateFostering,
            LivingElsewhere,
            Advisers,
            PathwayPlans,
            InTouch,
            HealthHistories,
            Homelessness,
        ]
    };
}

/// One clock asked of one history under the norms of the service.
pub struct Asked<'a> {
    pub clock: &'a Clock,
    pub h: &'a History,
    pub norms: &'a Norms,
}
/// One thing owed under a clock. It holds days and moments, never a state: whether it is late is
/// asked of a day, when read.
#[derive(Clone, Debug, PartialEq)]
pub struct Owed {
    pub clock: &'static str,
    /// The row of the decision table that applies; the clock's own code where it has no table.
    pub row: &'static str,
    pub start: Event,
    /// `None` when the arithmetic cannot be done; `met` then says what is missing.
    pub due: Option<Due>,
    pub warn_from: Option<Date>,
    /// Its limit is a mark at which to look, and no day by which anything is to be done.
    pub is_mark: bool,
    pub met: Met,
    pub waived: Option<Waiver>,
    /// `15 working days after 10 December 2026; 25 and 28 December and 1 January do not count`.
    pub arithmetic: String,
}
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Due {
    /// By the end of that day.
    Day(Date),
    At(Timestamp),
}
#[derive(Clone, Debug, PartialEq)]
pub enum Met {
    NotYet,
    By(Event),
    /// The duty ended before anything met it: on that day, for that reason.
    Superseded {
        on: Date,
        why: &'static str,
    },
    /// Never overdue. What is missing, and who could say.
    NotKnown {
        missing: String,
        who_could_say: &'static str,
    },
}
#[derive(Clone, Debug, PartialEq)]
pub struct Waiver {
    pub fact: Id,
    pub who: Id,
    pub why: String,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    NotStarted,
    Running,
    DueSoon,
    Overdue,
    /// As overdue, where the limit is a mark.
    Passed,
    Met,
    MetLate,
    Waived,
    Superseded,
    NotKnown,
}

impl Due {
    pub fn day(self) -> Date {
        match self {
            Due::Day(day) => day,
            Due::At(at) => crate::day::day_of(at),
        }
    }
    /// The first moment at which it is late.
    pub fn late_from(self) -> Timestamp {
        match self {
            Due::Day(day) => start_of(plus_days(day, 1)),
            Due::At(at) => at,
        }
    }
    fn kept_by(self, e: &Event) -> bool {
        match (self, e.at) {
            (Due::At(due), Some(at)) => at <= due,
            // Only the day was said: in time if any hour of it would have been, or the breach is a guess.
            _ => e.on <= self.day(),
        }
    }
}
impl Owed {
    /// The first moment at which it was, is or will be late; `None` when it never was.
    pub fn breached_from(&self) -> Option<Timestamp> {
        let due = self.due?;
        match &self.met {
            Met::NotKnown { .. } => None,
            Met::By(e) if due.kept_by(e) => None,
            Met::Superseded { on, .. } if start_of(*on) <= due.late_from() => None,
            _ => Some(due.late_from()),
        }
    }
    pub fn standing(&self, now: Timestamp) -> Standing {
        let late = self.breached_from().is_some_and(|from| from <= now);
        match (&self.met, &self.waived) {
            (Met::NotKnown { .. }, _) => Standing::NotKnown,
            (Met::By(_), _) if late => Standing::MetLate,
            (Met::By(_), _) => Standing::Met,
            (Met::Superseded { .. }, _) => Standing::Superseded,
            (Met::NotYet, Some(_)) => Standing::Waived,
            (Met::NotYet, None) if late && self.is_mark => Standing::Passed,
            (Met::NotYet, None) if late => Standing::Overdue,
            (Met::NotYet, None) if self.warn_from.is_some_and(|w| start_of(w) <= now) => Standing::DueSoon,
            (Met::NotYet, None) => Standing::Running,
        }
    }
}
impl Kind {
    pub fn words(self) -> &'static str {
        match self {
            Kind::Statute => "Statute",
            Kind::Regulation => "Regulation",
            Kind::StatutoryGuidance => "Statutory guidance",
            Kind::Guidance => "Guidance",
            Kind::Standard => "Standard",
            Kind::DataReturn => "Data return",
            Kind::LocalNorm => "Local norm",
            Kind::Measure => "Measure",
        }
    }
    /// What is only measured need not be done by any day: its limits are marks.
    pub fn is_duty(self) -> bool {
        self != Kind::Measure
    }
    pub fn is_statutory(self) -> bool {
        matches!(self, Kind::Statute | Kind::Regulation | Kind::StatutoryGuidance)
    }
}
impl Unit {
    pub fn words(self, n: i64) -> &'static str {
        match (self, n) {
            (Unit::Minutes, 1) => "minute",
            (Unit::Minutes, _) => "minutes",
            (Unit::Hours, 1) => "hour",
            (Unit::Hours, _) => "hours",
            (Unit::Days, 1) => "day",
            (Unit::Days, _) => "days",
            (Unit::Weeks, 1) => "week",
            (Unit::Weeks, _) => "weeks",
            (Unit::Months, 1) => "month",
            (Unit::Months, _) => "months",
            (Unit::WorkingDays, 1) => "working day",
            (Unit::WorkingDays, _) => "working days",
            (Unit::SchoolDays, 1) => "school day",
            (Unit::SchoolDays, _) => "school days",
            (Unit::Terms, 1) => "school term",
            (Unit::Terms, _) => "school terms",
        }
    }
}
impl std::fmt::Display for Limit {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "{} {}", self.0.abs(), self.1.words(self.0.abs()))
    }
}
impl Standing {
    pub const ALL: [Standing; 10] = {
        use Standing::*;
        [Overdue, DueSoon, Running, Passed, NotKnown, MetLate, Met, Waived, Superseded, NotStarted]
    };
    /// As it is stored and sent.
    pub fn code(self) -> &'static str {
        match self {
            Standing::NotStarted => "not_started",
            Standing::Running => "running",
            Standing::DueSoon => "due_soon",
            Standing::Overdue => "overdue",
            Standing::Passed => "passed",
            Standing::Met => "met",
            Standing::MetLate => "met_late",
            Standing::Waived => "waived",
            Standing::Superseded => "superseded",
            Standing::NotKnown => "not_known",
        }
    }
    pub fn words(self) -> &'static str {
        match self {
            Standing::NotStarted => "not started",
            Standing::Running => "running",
            Standing::DueSoon => "due soon",
            Standing::Overdue => "overdue",
            Standing::Passed => "past a mark",
            Standing::Met => "met",
            Standing::MetLate => "met late",
            Standing::Waived => "waived",
            Standing::Superseded => "superseded",
            Standing::NotKnown => "not known",
        }
    }
}
