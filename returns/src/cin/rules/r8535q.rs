//! A death before the birth.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8535Q",
    level: Level::Query,
    wrong: "The day of death lies before the day of birth.",
    why: "One of them is wrong, and both stay with the child's record for good.",
    todo: "Correct the day that is wrong.",
    reason: Reason::Data,
    fields: &[identifiers::PERSON_BIRTH_DATE, identifiers::PERSON_DEATH_DATE],
    versions: &[Version::always(
        &[identifiers::PERSON_BIRTH_DATE, identifiers::PERSON_DEATH_DATE],
        Check::Row(CHILD_IDENTIFIERS, |row| {
            Ok(before(row.day(identifiers::PERSON_DEATH_DATE)?, row.day(identifiers::PERSON_BIRTH_DATE)?))
        }),
    )],
    cases: &[Case {
        about: "the same day is in order",
        given: "
                ChildIdentifiers | LAchildID | PersonBirthDate | PersonDeathDate
                >                | 1         | 2026-05-02      | 2026-05-01
                                 | 2         | 2026-05-02      | 2026-05-02
                                 | 3         | 2026-05-02      |
                                 | 4         |                 | 2026-05-01
                ?                | 5         | 02/05/2026      | 2026-05-01
            ",
    }],
};
