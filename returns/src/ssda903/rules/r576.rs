//! A time missing that was open on 31 March goes on. The child's first row of this year is reported; of a child who
//! has none, the Header.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "576",
    level: Level::Error,
    wrong: "Last year the child was still missing, and no row of this year begins on the same day.",
    why: "Nobody can tell from the two returns whether the child was ever found.",
    todo: "Add the same time to this return with the day on which it ended, or correct the day on which it began.",
    reason: Reason::People,
    fields: &[missing::CHILD],
    versions: &[Version::always(
        &[missing::CHILD, missing::MIS_START],
        Check::Child(|child, told| not_carried_on(child, told, MISSING_TIMES)),
    )
    .needs_prior(&[missing::CHILD, missing::MIS_START, missing::MIS_END])],
    cases: &[
        Case {
            about: "only what was open must go on",
            given: "
                Missing      | CHILD | MIS_START
                             | 1     | 01/03/2026
                >            | 2     | 02/03/2026
                             | 3     | 02/04/2026
                >            | 4     |
                             | 5     | 01/02/2026
                             | 5     | 01/03/2026
                ?            | 6     | 1/3/2026
                Missing_last | CHILD | MIS_START  | MIS_END
                             | 1     | 01/03/2026 |
                             | 2     | 01/03/2026 |
                             | 3     | 01/03/2026 | 02/03/2026
                             | 4     | 01/03/2026 |
                             | 5     | 01/03/2026 |
                             | 6     | 01/03/2026 |
                             | 8     | 01/03/2026 |

            ",
        },
        Case {
            about: "a child of whom nothing is said any more",
            given: "
                Header       | CHILD
                >            | 1
                             | 2
                Missing      | CHILD | MIS_START
                             | 2     | 01/03/2026
                Missing_last | CHILD | MIS_START  | MIS_END
                             | 1     | 01/03/2026 |
                             | 2     | 01/03/2026 |

            ",
        },
    ],
};
