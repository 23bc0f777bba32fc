//! An episode that was open at 31 March goes on under the same category of need.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "503C",
    level: Level::Error,
    wrong: "Last year's return ended with an open episode, and this year's first episode has another category of need.",
    why: "The two returns then tell of different things, and what happened to the child at 31 March is not known.",
    todo: "Find out which of the two is true; correct this year's, or send last year's again.",
    reason: Reason::Data,
    fields: &[ep::CIN],
    versions: &[Version::always(
        &[ep::CHILD, ep::DECOM, ep::CIN],
        Check::Child(|child, told| is_not_as_last_year(child, told, ep::CIN)),
    )
    .needs_prior(&[ep::CHILD, ep::DECOM, ep::DEC, ep::CIN])],
    cases: &[Case {
        about: "only the episode that was open last year is compared, and only with this year's first",
        given: "
            Episodes      | CHILD | DECOM      | CIN
            >             | 1     | 01/05/2025 | N1
                          | 1     | 01/05/2026 | N1
                          | 2     | 01/05/2025 | N5
                          | 2     | 01/05/2026 | N1
                          | 3     | 01/05/2026 | N1
            >             | 4     | 01/05/2025 |
                          | 5     | 01/05/2025 |
                          | 6     | 01/05/2026 | N1
            Episodes_last | CHILD | DECOM      | DEC        | CIN
                          | 1     | 01/05/2025 |            | N5
                          | 2     | 01/05/2024 | 01/05/2025 | N1
                          | 2     | 01/05/2025 |            | N5
                          | 3     | 01/05/2025 | 01/06/2025 | N5
                          | 4     | 01/05/2025 |            | N5
                          | 5     | 01/05/2025 |            |
        ",
    }],
};
