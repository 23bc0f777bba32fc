//! The sex of an unborn child.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8750",
    level: Level::Error,
    wrong: "The child is unborn, and their sex is given as known.",
    why: "An unborn child is counted apart: a sex makes it look as if they were born.",
    todo: "Give U until the child is born (0 in the collections up to 2023/24), or the day of birth if they are.",
    reason: Reason::Data,
    fields: &[identifiers::SEX, identifiers::PERSON_BIRTH_DATE, identifiers::EXPECTED_PERSON_BIRTH_DATE],
    versions: &[
        Version::always(
            &[identifiers::GENDER_CURRENT, identifiers::PERSON_BIRTH_DATE, identifiers::EXPECTED_PERSON_BIRTH_DATE],
            Check::Row(CHILD_IDENTIFIERS, |c| Ok(is_unborn(c) && !c.is(identifiers::GENDER_CURRENT, &["0"]))),
        )
        .until(2024),
        Version::since(
            2025,
            &[identifiers::SEX, identifiers::PERSON_BIRTH_DATE, identifiers::EXPECTED_PERSON_BIRTH_DATE],
            Check::Row(CHILD_IDENTIFIERS, |c| Ok(is_unborn(c) && !c.is(identifiers::SEX, &["U"]))),
        ),
    ],
    cases: &[
        Case {
            about: "without either day it cannot be said that the child is unborn",
            given: "
                ChildIdentifiers | LAchildID | PersonBirthDate | ExpectedPersonBirthDate | Sex
                                 | 1         |                 | 2027-05-01              | U
                >                | 2         |                 | 2027-05-01              | F
                >                | 3         |                 | 2027-05-01              |
                                 | 4         | 2026-05-01      | 2026-05-10              | M
                                 | 5         |                 |                         | M
            ",
        },
        Case {
            about: "as a figure, up to 2023/24",
            given: "
                2023/24
                ChildIdentifiers | LAchildID | PersonBirthDate | ExpectedPersonBirthDate | GenderCurrent
                                 | 1         |                 | 2024-05-01              | 0
                >                | 2         |                 | 2024-05-01              | 2
                                 | 3         | 2023-05-01      |                         | 2
            ",
        },
    ],
};
