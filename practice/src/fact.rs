//! What can be said to have happened, about whom, and in what envelope.
use crate::day::{Date, Timestamp};
use serde::{Deserialize, Serialize};

pub type Id = uuid::Uuid;

/// Everything that can be said to have happened: a variant per part of the work. Subject, day and
/// author are not in here but in the envelope, [`Kept`], so that they exist once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    People(crate::people::Fact),
    FrontDoor(crate::front_door::Fact),
    Assessment(crate::assessment::Fact),
    Protection(crate::protection::Fact),
    Court(crate::court::Fact),
    Care(crate::care::Fact),
    Permanence(crate::permanence::Fact),
    Leavers(crate::leavers::Fact),
    Missing(crate::missing::Fact),
    Placements(crate::placements::Fact),
    Education(crate::education::Fact),
    Health(crate::health::Fact),
    Disability(crate::disability::Fact),
    PrivateFostering(crate::private_fostering::Fact),
    Workforce(crate::workforce::Fact),
    Service(crate::service::Fact),
    Record(RecordFact),
}

/// Facts about facts and about clocks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum RecordFact {
    /// Nothing stands in the place of the fact that the envelope names.
    RecordedInError,
    /// A person says that a clock need not be met, and why. The breach stays in every measure.
    ClockWaived {
        clock: String,
        /// The day on which the waived clock had started.
        started: Date,
        why: String,
    },
}

/// Whom a fact is about: exactly one. The service is one subject with a fixed id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    Service,
    Team(Id),
    Worker(Id),
    Household(Id),
    Adult(Id),
    Place(Id),
    Child(Id),
}
impl Subject {
    pub fn id(self) -> Id {
        match self {
            Subject::Service => Id::nil(),
            Subject::Team(id)
            | Subject::Worker(id)
            | Subject::Household(id)
            | Subject::Adult(id)
            | Subject::Place(id)
            | Subject::Child(id) => id,
        }
    }
    pub fn kind(self) -> &'static str {
        match self {
            Subject::Service => "service",
            Subject::Team(_) => "team",
            Subject::Worker(_) => "worker",
            Subject::Household(_) => "household",
            Subject::Adult(_) => "adult",
            Subject::Place(_) => "place",
            Subject::Child(_) => "child",
        }
    }
    /// From its kind and id as stored; `None` for a kind that this release does not know.
    pub fn new(kind: &str, id: Id) -> Option<Subject> {
        use Subject::*;
        [Service, Team(id), Worker(id), Household(id), Adult(id), Place(id), Child(id)]
            .into_iter()
            .find(|s| s.kind() == kind)
    }
}

/// A fact in its envelope, as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    pub id: Id,
    /// The day in England on which it happened.
    pub happened: Date,
    /// The moment, where somebody said it: clocks that run in hours need one.
    pub at: Option<Timestamp>,
    pub recorded: Timestamp,
    pub who: Id,
    /// Where it comes from: `work`, or the return and file that said it.
    pub source: String,
    /// Nothing is edited: a corrected fact is the fact as it should have been said, standing in
    /// the place of this one. Its name and version stay its own, so it decodes like any other.
    pub instead_of: Option<Id>,
    /// Why it was corrected; empty otherwise.
    pub why: String,
    pub fact: Fact,
}

/// A fact boiled down to what a clock needs of it: which, when, and since when we know.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Event {
    pub fact: Id,
    pub on: Date,
    pub at: Option<Timestamp>,
    pub recorded: Timestamp,
}
impl From<&Kept> for Event {
    fn from(k: &Kept) -> Event {
        Event { fact: k.id, on: k.happened, at: k.at, recorded: k.recorded }
    }
}
impl Event {
    /// The same fact, speaking of another day (a plan end that ends a visit duty, a birthday).
    pub fn on(self, day: Date) -> Event {
        Event { on: day, at: None, ..self }
    }
}
