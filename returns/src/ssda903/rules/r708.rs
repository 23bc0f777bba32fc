//! A deprivation of liberty before birth, or on the day of it.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "708",
    level: Level::Error,
    wrong: "The deprivation of liberty order does not begin after the day on which the child was born.",
    why: "One of the two days is not true.",
    todo: "Correct the day or the date of birth.",
    reason: Reason::Data,
    fields: &[dolo::DOLO_START],
    versions: &[Version::since(2027, &[dolo::DOB, dolo::DOLO_START], Check::Row(DOLO, began_by_birth))],
    cases: &[Case {
        about: "the day of birth is too early",
        given: "
                DoLo | CHILD | DOB        | DOLO_START
                >    | 1     | 02/05/2012 | 01/05/2012
                >    | 2     | 02/05/2012 | 02/05/2012
                     | 3     | 02/05/2012 | 03/05/2012
                     | 4     |            | 02/05/2012
                     | 5     | 02/05/2012 |
                ?    | 6     | 2/5/2012   | 01/05/2026

            ",
    }],
};
fn began_by_birth(order: Row) -> Answer {
    Ok(matches!((order.day(dolo::DOB)?, order.day(dolo::DOLO_START)?), (Some(born), Some(start)) if start <= born))
}
