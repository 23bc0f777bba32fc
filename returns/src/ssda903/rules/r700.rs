//! The first day of a deprivation of liberty order. A blank one is found when the file is read.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "700",
    level: Level::Error,
    wrong: "The day on which the deprivation of liberty order began is no day of the calendar.",
    why: "For how long a child may be deprived of liberty is counted from that day.",
    todo: "Correct the day from the order.",
    reason: Reason::Data,
    fields: &[dolo::DOLO_START],
    versions: &[Version::since(2027, &[dolo::DOLO_START], Check::Row(DOLO, |row| Ok(row.is_no_day(dolo::DOLO_START))))],
    cases: &[Case {
        about: "a blank is not asked here",
        given: "
                DoLo    | CHILD | DOLO_START
                        | 1     | 30/04/2026
                        | 2     |
                >       | 3     | 31/04/2026
                >       | 4     | 30/04/26
                >       | 5     | 2026-04-30

            ",
    }],
};
