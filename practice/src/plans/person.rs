//! Who owns an action, agrees or holds a copy: always somebody with a name. Inspectors found actions that
//! belonged to "the social worker" and so to nobody once that worker had left.
use crate::fact::Id;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Person {
    /// Whose plan it is.
    YoungPerson,
    Worker(Id),
    /// A relative, carer, friend or professional from elsewhere.
    Known {
        name: Name,
        relation: String,
    },
}
/// The name of somebody. It can only be made from words that are not a role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Name(String);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAName {
    Empty,
    /// A role, a service or a kind of relation.
    Role,
    /// Nothing in it is written as a name is.
    NoCapital,
}
impl NotAName {
    pub fn words(self) -> &'static str {
        match self {
            NotAName::Empty => "Write who it is",
            NotAName::Role => {
                "That is a role or a service. Write the name of the person: whoever has the role may change"
            }
            NotAName::NoCapital => "Write the name with a capital letter",
        }
    }
}
impl Name {
    pub fn of(text: &str) -> Result<Name, NotAName> {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let words = || text.split(|c: char| !c.is_alphabetic() && c != '\'' && c != '’').filter(|w| !w.is_empty());
        if words().next().is_none() {
            return Err(NotAName::Empty);
        }
        // `Sam Okoro, housing officer` names Sam; `Housing Officer` names nobody.
        let mut names = words().filter(|w| !is_role(w)).peekable();
        if names.peek().is_none() {
            return Err(NotAName::Role);
        }
        match names.any(|w| w.chars().next().is_some_and(char::is_uppercase)) {
            true => Ok(Name(text)),
            false => Err(NotAName::NoCapital),
        }
    }
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
/// Words of which a role, a service or a kind of relation is made up, and what stands between them.
const ROLES: &[&str] = &[
    "a",
    "academy",
    "accommodation",
    "adult",
    "advice",
    "adviser",
    "advisers",
    "advisor",
    "advocate",
    "agency",
    "all",
    "allocated",
    "an",
    "and",
    "any",
    "assistant",
    "asylum",
    "aunt",
    "both",
    "brother",
    "camhs",
    "care",
    "career",
    "careers",
    "carer",
    "carers",
    "centre",
    "chair",
    "charity",
    "child",
    "children",
    "children's",
    "children’s",
    "clinic",
    "coach",
    "college",
    "coordinator",
    "council",
    "counsellor",
    "current",
    "dad",
    "department",
    "designated",
    "doctor",
    "duty",
    "dwp",
    "education",
    "else",
    "employer",
    "employment",
    "everyone",
    "everybody",
    "family",
    "father",
    "foster",
    "friend",
    "friends",
    "fsw",
    "gp",
    "grandad",
    "grandfather",
    "grandma",
    "grandmother",
    "grandparents",
    "guardian",
    "head",
    "health",
    "her",
    "his",
    "home",
    "hospital",
    "hostel",
    "housing",
    "immigration",
    "independent",
    "iro",
    "job",
    "jobcentre",
    "key",
    "keyworker",
    "landlord",
    "lead",
    "leaving",
    "local",
    "manager",
    "mental",
    "mentor",
    "midwife",
    "mother",
    "mum",
    "my",
    "nan",
    "network",
    "new",
    "nhs",
    "nurse",
    "of",
    "officer",
    "offending",
    "or",
    "others",
    "our",
    "pa",
    "parent",
    "parents",
    "partner",
    "permanent",
    "person",
    "personal",
    "placement",
    "plus",
    "police",
    "practitioner",
    "probation",
    "professional",
    "professionals",
    "provider",
    "registered",
    "relevant",
    "residential",
    "school",
    "senior",
    "service",
    "services",
    "sister",
    "social",
    "solicitor",
    "someone",
    "somebody",
    "specialist",
    "staff",
    "stepfather",
    "stepmother",
    "support",
    "supported",
    "supporting",
    "sw",
    "tbc",
    "teacher",
    "team",
    "the",
    "their",
    "therapist",
    "to",
    "training",
    "transitions",
    "tutor",
    "uncle",
    "unit",
    "university",
    "virtual",
    "whoever",
    "with",
    "worker",
    "workers",
    "yot",
    "yjs",
    "young",
    "youth",
];
pub(super) fn is_role(word: &str) -> bool {
    ROLES.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_has_no_name_whatever_is_put_around_it() {
        for role in [
            "Social Worker",
            "the allocated social worker",
            "PA",
            "Personal Adviser",
            "Housing",
            "CAMHS",
            "Mum",
            "All professionals",
            "School",
            "Leaving Care Team",
            "New PA",
            "TBC",
            "her foster carer",
            "Duty SW",
            "Youth Offending Service",
            "DWP / Jobcentre Plus",
        ] {
            assert_eq!(Name::of(role), Err(NotAName::Role), "{role}");
        }
        assert_eq!(Name::of(" - "), Err(NotAName::Empty));
        assert_eq!(Name::of("bob"), Err(NotAName::NoCapital));
    }
    #[test]
    fn somebody_with_a_name_may_have_a_role_beside_it() {
        for name in ["Sam Okoro", "Sam Okoro, housing officer", "Dr Patel", "Ms O’Neill", "Auntie Bev", "Nana Joy"] {
            assert_eq!(Name::of(name).as_ref().map(Name::as_str), Ok(name));
        }
        assert_eq!(Name::of("  Sam \n Okoro ").unwrap().as_str(), "Sam Okoro");
    }
    #[test]
    fn what_was_said_once_reads_for_ever_though_the_list_of_roles_may_grow() {
        let read: Person = serde_json::from_str(r#"{"known":{"name":"Nan","relation":"grandmother"}}"#).unwrap();
        assert_eq!(read, Person::Known { name: Name("Nan".into()), relation: "grandmother".into() });
    }
}
