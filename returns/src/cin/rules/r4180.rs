//! Sex. Until 2023/24 the return asked for gender, as a figure.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "4180",
    level: Level::Error,
    wrong: "The child's sex is missing or is not a code of the return.",
    why: "Every table of the statistics is divided by it, so a child without it is counted nowhere.",
    todo: "Give M, F or U; in the collections up to 2023/24 give 0, 1, 2 or 9.",
    reason: Reason::Data,
    fields: &[identifiers::SEX],
    versions: &[
        Version::always(
            &[identifiers::GENDER_CURRENT],
            Check::Row(CHILD_IDENTIFIERS, |c| is_missing_or_no_code(c, identifiers::GENDER_CURRENT, "cin.sex")),
        )
        .until(2024),
        Version::since(
            2025,
            &[identifiers::SEX],
            Check::Row(CHILD_IDENTIFIERS, |c| is_missing_or_no_code(c, identifiers::SEX, "cin.sex")),
        ),
    ],
    cases: &[
        Case {
            about: "letters",
            given: "
                ChildIdentifiers | LAchildID | Sex
                                 | 1         | M
                                 | 2         | F
                                 | 3         | U
                >                | 4         | 1
                >                | 5         |
                >                | 6         | m
            ",
        },
        Case {
            about: "figures, up to 2023/24",
            given: "
                2023/24
                ChildIdentifiers | LAchildID | GenderCurrent
                                 | 1         | 0
                                 | 2         | 9
                >                | 3         | F
                >                | 4         |
                >                | 5         | 3
            ",
        },
    ],
};
