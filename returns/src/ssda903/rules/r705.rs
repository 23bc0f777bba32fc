//! Deprivation of liberty orders that run into each other.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "705",
    level: Level::Error,
    wrong: "A deprivation of liberty order begins or goes on while another is still open, or runs over the end of \
        another.",
    why: "A child is under one order at a time: the same days are counted twice.",
    todo: "End the earlier order on the day of the later one.",
    reason: Reason::Data,
    fields: &[dolo::DOLO_START, dolo::DOLO_END],
    versions: &[Version::since(
        2027,
        &[dolo::CHILD, dolo::DOLO_START, dolo::DOLO_END],
        Check::Child(|child, told| overlapping(child, told, DOLO_TIMES)),
    )],
    cases: &[
        Case {
            about: "one after the other on the same day is no overlap",
            given: "
                DoLo    | CHILD | DOLO_START | DOLO_END
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
                DoLo    | CHILD | DOLO_START | DOLO_END
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
