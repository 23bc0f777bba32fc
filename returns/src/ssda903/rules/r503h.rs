//! An episode that was open at 31 March goes on under the same authority of placement.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "503H",
    level: Level::Error,
    wrong: "Last year's return ended with an open episode, and this year's first episode has another authority of \
        placement.",
    why: "The two returns then tell of different things, and what happened to the child at 31 March is not known.",
    todo: "Find out which of the two is true; correct this year's, or send last year's again.",
    reason: Reason::Data,
    fields: &[ep::PL_LA],
    versions: &[Version::always(
        &[ep::CHILD, ep::DECOM, ep::PL_LA],
        Check::Child(|child, told| is_not_as_last_year(child, told, ep::PL_LA)),
    )
    .needs_prior(&[ep::CHILD, ep::DECOM, ep::DEC, ep::PL_LA])],
    cases: &[Case {
        about: "only the episode that was open last year is compared, and only with this year's first",
        given: "
            Episodes      | CHILD | DECOM      | PL_LA
            >             | 1     | 01/05/2025 | 892
                          | 1     | 01/05/2026 | 892
                          | 2     | 01/05/2025 | 891
                          | 2     | 01/05/2026 | 892
                          | 3     | 01/05/2026 | 892
            >             | 4     | 01/05/2025 |
                          | 5     | 01/05/2025 |
                          | 6     | 01/05/2026 | 892
            Episodes_last | CHILD | DECOM      | DEC        | PL_LA
                          | 1     | 01/05/2025 |            | 891
                          | 2     | 01/05/2024 | 01/05/2025 | 892
                          | 2     | 01/05/2025 |            | 891
                          | 3     | 01/05/2025 | 01/06/2025 | 891
                          | 4     | 01/05/2025 |            | 891
                          | 5     | 01/05/2025 |            |
        ",
    }],
};
