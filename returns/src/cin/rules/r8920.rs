//! A child protection plan that ends after the child died.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8920",
    level: Level::Error,
    wrong: "A child protection plan went on after the day on which the child died.",
    why: "A plan ends with the death of the child, however late it was closed on the record.",
    todo: "End the plan on the day of death, or correct that day.",
    reason: Reason::Data,
    fields: &[identifiers::PERSON_DEATH_DATE, cpp::CPP_END_DATE],
    versions: &[Version::always(
        &[identifiers::LA_CHILD_ID, identifiers::PERSON_DEATH_DATE, cpp::LA_CHILD_ID, cpp::CPP_END_DATE],
        Check::Child(|child, told| after_the_death(child, told, cpp::CPP_END_DATE)),
    )],
    cases: &[Case {
        about: "the day itself is in order",
        given: "
                ChildIdentifiers | LAchildID | PersonDeathDate
                >                | 1         | 2026-05-26
                                 | 2         | 2026-05-26
                                 | 3         |
                                 | 4         | 2026-05-26
                ?                | 5         | 26/05/2026
                ChildProtectionPlans | LAchildID | CPPendDate
                >                    | 1         | 2026-05-27
                                     | 2         | 2026-05-26
                                     | 3         | 2026-05-27
                                     | 4         |
                ?                    | 5         | 2026-05-27
            ",
    }],
};
