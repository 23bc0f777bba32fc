//! Closed because the child died, without a day of death.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8585Q",
    level: Level::Query,
    wrong: "The case was closed because the child died, and the child has no day of death.",
    why: "A death that is recorded in one place and not in the other may be a slip in the reason, or a death that nobody told on.",
    todo: "Give the day of death, or correct the reason for closure.",
    reason: Reason::People,
    fields: &[details::REASON_FOR_CLOSURE, identifiers::PERSON_DEATH_DATE],
    versions: &[Version::always(
        &[details::LA_CHILD_ID, details::REASON_FOR_CLOSURE, identifiers::LA_CHILD_ID, identifiers::PERSON_DEATH_DATE],
        Check::Child(|child, told| {
            with_the_child(child, told, CIN_DETAILS, |own, case| {
                Ok(case.is(details::REASON_FOR_CLOSURE, &["RC2"]) && own.is_blank(identifiers::PERSON_DEATH_DATE))
            });
        }),
    )],
    cases: &[Case {
        about: "a child whose own row is missing is not judged",
        given: "
                ChildIdentifiers | LAchildID | PersonDeathDate
                >                | 1         |
                                 | 2         | 2026-05-26
                                 | 3         |
                CINdetails | LAchildID | ReasonForClosure
                >          | 1         | RC2
                           | 1         | RC7
                           | 2         | RC2
                           | 3         |
                           | 4         | RC2
            ",
    }],
};
