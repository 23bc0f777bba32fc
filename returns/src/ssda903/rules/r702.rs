//! A deprivation of liberty order ends before it begins, or on the same day: an order lasts.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "702",
    level: Level::Error,
    wrong: "The deprivation of liberty order does not end after the day on which it began.",
    why: "No time can be counted from it.",
    todo: "Correct the two days from the order.",
    reason: Reason::Data,
    fields: &[dolo::DOLO_START, dolo::DOLO_END],
    versions: &[Version::since(2027, &[dolo::DOLO_START, dolo::DOLO_END], Check::Row(DOLO, does_not_last))],
    cases: &[Case {
        about: "the same day is too short",
        given: "
                DoLo | CHILD | DOLO_START | DOLO_END
                >    | 1     | 02/05/2026 | 01/05/2026
                >    | 2     | 02/05/2026 | 02/05/2026
                     | 3     | 02/05/2026 | 03/05/2026
                     | 4     | 02/05/2026 |
                     | 5     |            | 02/05/2026
                ?    | 6     | 02/05/2026 | 31/06/2026

            ",
    }],
};
fn does_not_last(order: Row) -> Answer {
    Ok(matches!((order.day(dolo::DOLO_START)?, order.day(dolo::DOLO_END)?), (Some(start), Some(end)) if end <= start))
}
