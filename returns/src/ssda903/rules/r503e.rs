//! An episode that was open at 31 March goes on under the same provider; a change makes a new episode.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "503E",
    level: Level::Error,
    wrong: "Last year's return ended with an open episode, and this year's first episode has another provider.",
    why: "The two returns then tell of different things, and what happened to the child at 31 March is not known.",
    todo: "Find out which of the two is true; correct this year's, or send last year's again.",
    reason: Reason::Data,
    fields: &[ep::PLACE_PROVIDER],
    versions: &[Version::always(
        &[ep::CHILD, ep::DECOM, ep::PLACE_PROVIDER],
        Check::Child(|child, told| is_not_as_last_year(child, told, ep::PLACE_PROVIDER)),
    )
    .needs_prior(&[ep::CHILD, ep::DECOM, ep::DEC, ep::PLACE_PROVIDER])],
    cases: &[Case {
        about: "only the episode that was open last year is compared, and only with this year's first",
        given: "
            Episodes      | CHILD | DECOM      | PLACE_PROVIDER
            >             | 1     | 01/05/2025 | PR1
                          | 1     | 01/05/2026 | PR1
                          | 2     | 01/05/2025 | PR4
                          | 2     | 01/05/2026 | PR1
                          | 3     | 01/05/2026 | PR1
            >             | 4     | 01/05/2025 |
                          | 5     | 01/05/2025 |
                          | 6     | 01/05/2026 | PR1
            Episodes_last | CHILD | DECOM      | DEC        | PLACE_PROVIDER
                          | 1     | 01/05/2025 |            | PR4
                          | 2     | 01/05/2024 | 01/05/2025 | PR1
                          | 2     | 01/05/2025 |            | PR4
                          | 3     | 01/05/2025 | 01/06/2025 | PR4
                          | 4     | 01/05/2025 |            | PR4
                          | 5     | 01/05/2025 |            |
        ",
    }],
};
