//! The last day of a deprivation of liberty order; blank while it is in force.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "701",
    level: Level::Error,
    wrong: "The day on which the deprivation of liberty order ended is no day of the calendar.",
    why: "A child would seem to be deprived of liberty still.",
    todo: "Correct the day from the order, or leave it blank while the order is in force.",
    reason: Reason::Data,
    fields: &[dolo::DOLO_END],
    versions: &[Version::since(2027, &[dolo::DOLO_END], Check::Row(DOLO, |row| Ok(row.is_no_day(dolo::DOLO_END))))],
    cases: &[Case {
        about: "a blank is not asked here",
        given: "
                DoLo    | CHILD | DOLO_END
                        | 1     | 30/04/2026
                        | 2     |
                >       | 3     | 31/04/2026
                >       | 4     | 30/04/26
                >       | 5     | 2026-04-30

            ",
    }],
};
