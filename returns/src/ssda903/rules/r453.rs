//! The place does not move over the turn of the year. The same as 503G, from which it differs in words only.
//! Distances are compared as numbers.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "453",
    level: Level::Error,
    wrong: "The place where last year's return left the child is at another distance from home than the one that \
        this year's begins with.",
    why: "The two returns then tell of different things, and what happened to the child at 31 March is not known.",
    todo: "Find out which of the two is true; correct this year's, or send last year's again.",
    reason: Reason::Data,
    fields: &[ep::PL_DISTANCE],
    versions: &[Version::always(&[ep::CHILD, ep::DECOM, ep::PL_DISTANCE], Check::Child(is_not_as_far_as_last_year))
        .needs_prior(&[ep::CHILD, ep::DECOM, ep::DEC, ep::PL_DISTANCE])],
    cases: &[Case {
        about: "only the episode that was open last year is compared, and only with this year's first",
        given: "
            Episodes      | CHILD | DECOM      | PL_DISTANCE
            >             | 1     | 01/05/2025 | 12
                          | 1     | 01/05/2026 | 12
                          | 2     | 01/05/2025 | 10
                          | 2     | 01/05/2026 | 12
                          | 3     | 01/05/2026 | 12
            >             | 4     | 01/05/2025 |
                          | 5     | 01/05/2025 |
                          | 6     | 01/05/2026 | 12
            Episodes_last | CHILD | DECOM      | DEC        | PL_DISTANCE
                          | 1     | 01/05/2025 |            | 10
                          | 2     | 01/05/2024 | 01/05/2025 | 12
                          | 2     | 01/05/2025 |            | 10.0
                          | 3     | 01/05/2025 | 01/06/2025 | 10
                          | 4     | 01/05/2025 |            | 10
                          | 5     | 01/05/2025 |            |
        ",
    }],
};
