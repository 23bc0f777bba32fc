//! The sex beside last year's. From 2024/25 on letters stand for the figures of before: M and 1 agree.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "202",
    level: Level::Error,
    wrong: "The child's sex is not the one that last year's return gave.",
    why: "The same child would be counted as a boy in one year and a girl in the next, or two children share an id.",
    todo: "Find out which is true; if it is last year, keep this and tell the department.",
    reason: Reason::Data,
    fields: &[header::SEX],
    versions: &[Version::always(
        &[header::CHILD, header::SEX],
        Check::Child(|child, told| {
            beside_last_year(child, told, |now, last| Ok(sex(now, header::SEX) != sex(last, header::SEX)))
        }),
    )
    .needs_prior(&[header::CHILD, header::SEX])],
    cases: &[
        Case {
            about: "a blank beside an answer is another answer",
            given: "
                Header      | CHILD | SEX
                            | 1     | M
                >           | 2     | F
                >           | 3     |
                >           | 4     | F
                            | 5     |
                            | 6     | M
                Header_last | CHILD | SEX
                            | 1     | M
                            | 2     | M
                            | 3     | M
                            | 4     |
                            | 5     |

            ",
        },
        Case {
            about: "letters follow figures",
            given: "
                2024/25
                Header      | CHILD | SEX
                            | 1     | M
                            | 2     | F
                >           | 3     | F
                Header_last | CHILD | SEX
                            | 1     | 1
                            | 2     | 2
                            | 3     | 1

            ",
        },
    ],
};
