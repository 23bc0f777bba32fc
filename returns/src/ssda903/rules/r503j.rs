//! An episode that was open at 31 March goes on under the same location.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "503J",
    level: Level::Error,
    wrong: "Last year's return ended with an open episode, and this year's first episode has another location.",
    why: "The two returns then tell of different things, and what happened to the child at 31 March is not known.",
    todo: "Find out which of the two is true; correct this year's, or send last year's again.",
    reason: Reason::Data,
    fields: &[ep::PL_LOCATION],
    versions: &[Version::always(
        &[ep::CHILD, ep::DECOM, ep::PL_LOCATION],
        Check::Child(|child, told| is_not_as_last_year(child, told, ep::PL_LOCATION)),
    )
    .needs_prior(&[ep::CHILD, ep::DECOM, ep::DEC, ep::PL_LOCATION])],
    cases: &[Case {
        about: "only the episode that was open last year is compared, and only with this year's first",
        given: "
            Episodes      | CHILD | DECOM      | PL_LOCATION
            >             | 1     | 01/05/2025 | IN
                          | 1     | 01/05/2026 | IN
                          | 2     | 01/05/2025 | OUT
                          | 2     | 01/05/2026 | IN
                          | 3     | 01/05/2026 | IN
            >             | 4     | 01/05/2025 |
                          | 5     | 01/05/2025 |
                          | 6     | 01/05/2026 | IN
            Episodes_last | CHILD | DECOM      | DEC        | PL_LOCATION
                          | 1     | 01/05/2025 |            | OUT
                          | 2     | 01/05/2024 | 01/05/2025 | IN
                          | 2     | 01/05/2025 |            | OUT
                          | 3     | 01/05/2025 | 01/06/2025 | OUT
                          | 4     | 01/05/2025 |            | OUT
                          | 5     | 01/05/2025 |            |
        ",
    }],
};
