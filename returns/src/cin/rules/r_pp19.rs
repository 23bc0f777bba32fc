//! Pre-proceedings after the death.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "PP19",
    level: Level::Error,
    wrong: "Pre-proceedings began after the day on which the child died.",
    why: "One of the two days is wrong, or the rows of two children are mixed.",
    todo: "Correct the first day of the pre-proceedings or the day of death.",
    reason: Reason::Ours,
    fields: &[pre_proceedings::PP_START_DATE, identifiers::PERSON_DEATH_DATE],
    versions: &[Version::since(
        PRE_PROCEEDINGS_SINCE,
        &[
            identifiers::LA_CHILD_ID,
            identifiers::PERSON_DEATH_DATE,
            pre_proceedings::LA_CHILD_ID,
            pre_proceedings::PP_START_DATE,
        ],
        Check::Child(|child, told| after_the_death(child, told, pre_proceedings::PP_START_DATE)),
    )],
    cases: &[Case {
        about: "the day itself is in order",
        given: "
                ChildIdentifiers | LAchildID | PersonDeathDate
                >                | 1         | 2026-05-26
                                 | 2         | 2026-05-26
                                 | 3         |
                PreProceedings | LAchildID | PPStartDate
                >              | 1         | 2026-05-27
                               | 2         | 2026-05-26
                               | 3         | 2026-05-27
            ",
    }],
};
