//! An episode that was open at 31 March goes on under the same reason: it is one episode.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "503A",
    level: Level::Error,
    wrong: "Last year's return ended with an open episode, and this year's first episode has another reason.",
    why: "The two returns then tell of different things, and what happened to the child at 31 March is not known.",
    todo: "Find out which of the two is true; correct this year's, or send last year's again.",
    reason: Reason::Data,
    fields: &[ep::RNE],
    versions: &[Version::always(
        &[ep::CHILD, ep::DECOM, ep::RNE],
        Check::Child(|child, told| is_not_as_last_year(child, told, ep::RNE)),
    )
    .needs_prior(&[ep::CHILD, ep::DECOM, ep::DEC, ep::RNE])],
    cases: &[Case {
        about: "only the episode that was open last year is compared, and only with this year's first",
        given: "
            Episodes      | CHILD | DECOM      | RNE
            >             | 1     | 01/05/2025 | P
                          | 1     | 01/05/2026 | P
                          | 2     | 01/05/2025 | S
                          | 2     | 01/05/2026 | P
                          | 3     | 01/05/2026 | P
            >             | 4     | 01/05/2025 |
                          | 5     | 01/05/2025 |
                          | 6     | 01/05/2026 | P
            Episodes_last | CHILD | DECOM      | DEC        | RNE
                          | 1     | 01/05/2025 |            | S
                          | 2     | 01/05/2024 | 01/05/2025 | P
                          | 2     | 01/05/2025 |            | S
                          | 3     | 01/05/2025 | 01/06/2025 | S
                          | 4     | 01/05/2025 |            | S
                          | 5     | 01/05/2025 |            |
        ",
    }],
};
