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
    Letters(crate::letters::Fact),
    Plans(crate::plans::Fact),
    Young(crate::young::Fact),
    Missing(crate::missing::Fact),
    Placements(crate::placements::Fact),
    Education(crate::education::Fact),
    Health(crate::health::Fact),
    Disability(crate::disability::Fact),
    PrivateFostering(crate::private_fostering::Fact),
    Workforce(crate::workforce::Fact),
    Service(crate::service::Fact),
    Returns(crate::returns::Fact),
    Record(RecordFact),
}

impl Fact {
    /// Every code in it, with the set that it must be from.
    pub fn codes(&self) -> Vec<(&'static str, &str)> {
        match self {
            Fact::People(f) => f.codes(),
            Fact::FrontDoor(f) => f.codes(),
            Fact::Assessment(f) => f.codes(),
            Fact::Protection(f) => f.codes(),
            Fact::Court(f) => f.codes(),
            Fact::Care(f) => f.codes(),
            Fact::Leavers(f) => f.codes(),
            Fact::Permanence(f) => f.codes(),
            Fact::Missing(f) => f.codes(),
            Fact::Health(f) => f.codes(),
            Fact::Disability(f) => f.codes(),
            _ => vec![],
        }
    }
    /// The codes that did not hold on the day, each in words.
    pub fn wrong_codes(&self, on: Date) -> Vec<String> {
        let wrong = self.codes().into_iter().filter(|(set, code)| !crate::codes::holds(set, code, on));
        wrong.map(|(set, code)| format!("“{code}” is not a code of {set} on {}", crate::day::words(on))).collect()
    }
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
    /// A file or folder of a return, as it was taken in.
    Delivery(Id),
    /// A statutory return of one authority and year, on its way out.
    Return(Id),
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
            | Subject::Delivery(id)
            | Subject::Return(id)
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
            Subject::Delivery(_) => "delivery",
            Subject::Return(_) => "return",
            Subject::Child(_) => "child",
        }
    }
    /// From its kind and id as stored; `None` for a kind that this release does not know.
    pub fn new(kind: &str, id: Id) -> Option<Subject> {
        use Subject::*;
        [Service, Team(id), Worker(id), Household(id), Adult(id), Place(id), Delivery(id), Return(id), Child(id)]
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{assessment, day::date, front_door};

    #[test]
    fn a_code_must_hold_on_the_day() {
        let closed = |reason: &str| Fact::from(front_door::Fact::CaseClosed { reason: reason.into() });
        assert!(closed("RC8").wrong_codes(date(2026, 5, 1)).is_empty());
        assert_eq!(
            closed("RC77").wrong_codes(date(2026, 5, 1)),
            ["“RC77” is not a code of cin.reason_for_closure on 1 May 2026"]
        );
        let authorised = Fact::from(assessment::Fact::AssessmentAuthorised {
            factors: vec!["18B".into(), "18A".into()], // 18A was split in 2021
            outcome: "CIN".into(),
        });
        assert_eq!(authorised.wrong_codes(date(2021, 3, 31)).len(), 1, "18B is not yet");
        assert_eq!(authorised.wrong_codes(date(2021, 4, 1)).len(), 1, "18A is no more");
    }
    #[test]
    fn a_fact_reads_back_as_it_was_written() {
        let fact =
            Fact::from(front_door::Fact::ContactRated { contact: Id::from_u128(7), rating: front_door::Rating::Red });
        let text = serde_json::to_string(&fact).unwrap();
        assert_eq!(
            text,
            r#"{"front_door":{"ContactRated":{"contact":"00000000-0000-0000-0000-000000000007","rating":"red"}}}"#
        );
        assert_eq!(serde_json::from_str::<Fact>(&text).unwrap(), fact);
    }
}
