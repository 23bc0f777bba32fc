//! A deprivation of liberty ends with care at the latest.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "707",
    level: Level::Error,
    wrong: "The child is no longer looked after, and the deprivation of liberty order has no end, or one after care \
        had ended.",
    why: "It looks as if a child at home were still deprived of liberty.",
    todo: "Give the day on which the order ended.",
    reason: Reason::Data,
    fields: &[dolo::DOLO_END],
    versions: &[Version::since(
        2027,
        &[dolo::CHILD, dolo::DOLO_START, dolo::DOLO_END, ep::CHILD, ep::DECOM, ep::DEC],
        Check::Child(|child, told| outlasting_care(child, told, DOLO_TIMES)),
    )],
    cases: &[Case {
        about: "in care on the day it ended, or still in care",
        given: "
                DoLo     | CHILD | DOLO_START | DOLO_END
                >        | 1     | 01/06/2026 |
                         | 2     | 01/06/2026 |
                         | 3     | 01/06/2026 | 10/06/2026
                >        | 4     | 01/06/2026 | 11/06/2026
                         | 5     | 01/06/2026 |
                >        | 6     | 01/06/2026 |
                         | 7     |            |
                         | 8     | 01/06/2026 |
                ?        | 9     | 01/06/2026 |
                Episodes | CHILD | DECOM      | DEC
                         | 1     | 01/05/2026 | 10/06/2026
                         | 2     | 01/05/2026 |
                         | 3     | 01/05/2026 | 10/06/2026
                         | 4     | 01/05/2026 | 10/06/2026
                         | 5     | 01/05/2026 | 10/06/2026
                         | 5     | 10/06/2026 |
                         | 6     | 01/05/2026 | 10/06/2026
                         | 6     | 20/06/2026 |
                         | 7     | 01/05/2026 | 10/06/2026
                         | 9     | 01/05/2026 | 31/06/2026

            ",
    }],
};
