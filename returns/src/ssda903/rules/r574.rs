//! Times missing that run into each other.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "574",
    level: Level::Error,
    wrong: "A time missing begins or goes on while another is still open, or runs over the end of another.",
    why: "The same days are counted twice, and it looks as if the child had come back in between.",
    todo: "Make one row of the two, or end the one before the other begins.",
    reason: Reason::Data,
    fields: &[missing::MIS_START, missing::MIS_END],
    versions: &[Version::always(
        &[missing::CHILD, missing::MIS_START, missing::MIS_END],
        Check::Child(|child, told| overlapping(child, told, MISSING_TIMES)),
    )],
    cases: &[
        Case {
            about: "one after the other on the same day is no overlap",
            given: "
                Missing | CHILD | MIS_START  | MIS_END
                        | 1     | 01/05/2026 | 02/05/2026
                        | 1     | 02/05/2026 |
                >       | 2     | 01/05/2026 | 03/05/2026
                        | 2     | 02/05/2026 |
                        | 3     | 01/05/2026 |
                >       | 3     | 02/05/2026 | 03/05/2026
                        | 4     | 01/05/2026 | 05/05/2026
                >       | 4     | 03/05/2026 | 06/05/2026
                >       | 5     | 01/05/2026 | 05/05/2026
                        | 5     | 02/05/2026 | 03/05/2026
                        | 6     | 01/05/2026 |
                >       | 6     | 03/05/2026 |

            ",
        },
        Case {
            about: "what ends together, and what cannot be read",
            given: "
                Missing | CHILD | MIS_START  | MIS_END
                        | 1     | 01/05/2026 | 05/05/2026
                >       | 1     | 02/05/2026 | 05/05/2026
                      > | 2     | 01/05/2026 | 05/05/2026
                >       | 2     | 01/05/2026 | 05/05/2026
                ?       | 3     | 01/05/2026 | 31/06/2026
                >       | 3     | 02/05/2026 | 03/05/2026
                ?       | 4     | 31/06/2026 |
                        | 4     | 02/07/2026 |
                        |       | 01/05/2026 |
                        |       | 02/05/2026 |

            ",
        },
    ],
};
