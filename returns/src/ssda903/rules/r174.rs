//! A boy who is said to be a mother.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "174",
    level: Level::Error,
    wrong: "The date of birth of a mother's child is given for a boy.",
    why: "One of the two cells tells of someone else.",
    todo: "Correct the sex, or take the date out.",
    reason: Reason::Data,
    fields: &[header::SEX, header::MC_DOB],
    versions: &[Version::always(
        &[header::SEX, header::MC_DOB],
        Check::Row(HEADER, |h| Ok(sex(h, header::SEX) == "M" && h.is_filled(header::MC_DOB))),
    )],
    cases: &[
        Case {
            about: "letters",
            given: "
                Header | CHILD | SEX | MC_DOB
                >      | 1     | M   | 02/03/2026
                       | 2     | M   |
                       | 3     | F   | 02/03/2026
                       | 4     | U   | 02/03/2026
                       | 5     |     | 02/03/2026

            ",
        },
        Case {
            about: "figures, up to 2023/24",
            given: "
                2023/24
                Header | CHILD | SEX | MC_DOB
                >      | 1     | 1   | 02/03/2023
                       | 2     | 2   | 02/03/2023

            ",
        },
    ],
};
