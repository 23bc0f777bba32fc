//! A time missing ends before it begins. One that ends on the same day is a short one.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "567",
    level: Level::Error,
    wrong: "The child came back before the day of going missing.",
    why: "No time can be counted from it.",
    todo: "Correct the two days from the missing record.",
    reason: Reason::Data,
    fields: &[missing::MIS_START, missing::MIS_END],
    versions: &[Version::always(
        &[missing::MIS_START, missing::MIS_END],
        Check::Row(MISSING, |m| Ok(before(m.day(missing::MIS_END)?, m.day(missing::MIS_START)?))),
    )],
    cases: &[Case {
        about: "the same day is long enough",
        given: "
                Missing | CHILD | MIS_START  | MIS_END
                >       | 1     | 02/05/2026 | 01/05/2026
                        | 2     | 02/05/2026 | 02/05/2026
                        | 3     | 02/05/2026 |
                        | 4     |            | 02/05/2026
                ?       | 5     | 31/06/2026 | 02/05/2026

            ",
    }],
};
