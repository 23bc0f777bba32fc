//! Sex. Until 2023/24 the return asked for gender, as 1 or 2.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "101",
    level: Level::Error,
    wrong: "The child's sex is missing or is not a code of the return.",
    why: "Every table of the statistics is divided by it, so a child without it is counted nowhere.",
    todo: "Give M, F or U; in the collections up to 2023/24 give 1 or 2.",
    reason: Reason::Data,
    fields: &[header::SEX],
    versions: &[
        Version::always(&[header::SEX], Check::Row(HEADER, |h| Ok(!["1", "2"].contains(&h.said(header::SEX)))))
            .until(2024),
        Version::since(
            2025,
            &[header::SEX],
            Check::Row(HEADER, |h| Ok(!["M", "F", "U"].contains(&h.said(header::SEX)))),
        ),
    ],
    cases: &[
        Case {
            about: "letters, from 2024/25 on",
            given: "
                2024/25
                Header | CHILD | SEX
                       | 1     | M
                       | 2     | F
                       | 3     | U
                >      | 4     | 1
                >      | 5     |
            ",
        },
        Case {
            about: "figures, up to 2023/24",
            given: "
                2023/24
                Header | CHILD | SEX
                       | 1     | 1
                       | 2     | 2
                >      | 3     | M
                >      | 4     |
            ",
        },
    ],
};
