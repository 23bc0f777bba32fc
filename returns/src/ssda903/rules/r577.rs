//! A time missing ends with care at the latest.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "577",
    level: Level::Error,
    wrong: "The child is no longer looked after, and the time missing has no end, or one after care had ended.",
    why: "Nobody is missing from care who is not in care; if the child was never found, that is another matter to \
        act on.",
    todo: "Give the day on which the child was found, or on which care ended.",
    reason: Reason::Data,
    fields: &[missing::MIS_END],
    versions: &[Version::always(
        &[missing::CHILD, missing::MIS_START, missing::MIS_END, ep::CHILD, ep::DECOM, ep::DEC],
        Check::Child(|child, told| outlasting_care(child, told, MISSING_TIMES)),
    )],
    cases: &[Case {
        about: "in care on the day it ended, or still in care",
        given: "
                Missing  | CHILD | MIS_START  | MIS_END
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
