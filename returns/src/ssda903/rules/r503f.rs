//! An episode that was open at 31 March goes on under the same URN; a change makes a new episode.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "503F",
    level: Level::Error,
    wrong: "Last year's return ended with an open episode, and this year's first episode has another URN.",
    why: "The two returns then tell of different things, and what happened to the child at 31 March is not known.",
    todo: "Find out which of the two is true; correct this year's, or send last year's again.",
    reason: Reason::Data,
    fields: &[ep::URN],
    versions: &[Version::always(
        &[ep::CHILD, ep::DECOM, ep::URN],
        Check::Child(|child, told| is_not_as_last_year(child, told, ep::URN)),
    )
    .needs_prior(&[ep::CHILD, ep::DECOM, ep::DEC, ep::URN])],
    cases: &[Case {
        about: "only the episode that was open last year is compared, and only with this year's first",
        given: "
            Episodes      | CHILD | DECOM      | URN     
            >             | 1     | 01/05/2025 | SC000001
                          | 1     | 01/05/2026 | SC000001
                          | 2     | 01/05/2025 | SC000002
                          | 2     | 01/05/2026 | SC000001
                          | 3     | 01/05/2026 | SC000001
            >             | 4     | 01/05/2025 |
                          | 5     | 01/05/2025 |
                          | 6     | 01/05/2026 | SC000001
            Episodes_last | CHILD | DECOM      | DEC        | URN     
                          | 1     | 01/05/2025 |            | SC000002
                          | 2     | 01/05/2024 | 01/05/2025 | SC000001
                          | 2     | 01/05/2025 |            | SC000002
                          | 3     | 01/05/2025 | 01/06/2025 | SC000002
                          | 4     | 01/05/2025 |            | SC000002
                          | 5     | 01/05/2025 |            |
        ",
    }],
};
