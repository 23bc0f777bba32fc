//! A child protection plan that begins after the child died.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8915",
    level: Level::Error,
    wrong: "A child protection plan began after the day on which the child died.",
    why: "One of the two days is wrong, or the rows of two children are mixed.",
    todo: "Correct the first day of the plan or the day of death.",
    reason: Reason::Data,
    fields: &[identifiers::PERSON_DEATH_DATE, cpp::CPP_START_DATE],
    versions: &[Version::always(
        &[identifiers::LA_CHILD_ID, identifiers::PERSON_DEATH_DATE, cpp::LA_CHILD_ID, cpp::CPP_START_DATE],
        Check::Child(|child, told| after_the_death(child, told, cpp::CPP_START_DATE)),
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
                ChildProtectionPlans | LAchildID | CPPstartDate
                >                    | 1         | 2026-05-27
                                     | 2         | 2026-05-26
                                     | 3         | 2026-05-27
                                     | 4         |
                ?                    | 5         | 2026-05-27
            ",
    }],
};
