//! An episode that was open at 31 March goes on under the same legal status; a change makes a new episode.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "503B",
    level: Level::Error,
    wrong: "Last year's return ended with an open episode, and this year's first episode has another legal status.",
    why: "The two returns then tell of different things, and what happened to the child at 31 March is not known.",
    todo: "Find out which of the two is true; correct this year's, or send last year's again.",
    reason: Reason::Data,
    fields: &[ep::LS],
    versions: &[Version::always(
        &[ep::CHILD, ep::DECOM, ep::LS],
        Check::Child(|child, told| is_not_as_last_year(child, told, ep::LS)),
    )
    .needs_prior(&[ep::CHILD, ep::DECOM, ep::DEC, ep::LS])],
    cases: &[Case {
        about: "only the episode that was open last year is compared, and only with this year's first",
        given: "
            Episodes      | CHILD | DECOM      | LS
            >             | 1     | 01/05/2025 | C2
                          | 1     | 01/05/2026 | C2
                          | 2     | 01/05/2025 | V2
                          | 2     | 01/05/2026 | C2
                          | 3     | 01/05/2026 | C2
            >             | 4     | 01/05/2025 |
                          | 5     | 01/05/2025 |
                          | 6     | 01/05/2026 | C2
            Episodes_last | CHILD | DECOM      | DEC        | LS
                          | 1     | 01/05/2025 |            | V2
                          | 2     | 01/05/2024 | 01/05/2025 | C2
                          | 2     | 01/05/2025 |            | V2
                          | 3     | 01/05/2025 | 01/06/2025 | V2
                          | 4     | 01/05/2025 |            | V2
                          | 5     | 01/05/2025 |            |
        ",
    }],
};
