//! The day on which adoption was decided to be best for the child.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "112",
    level: Level::Error,
    wrong: "The day in DATE_INT is not a day of the calendar, written as DD/MM/YYYY.",
    why: "How long a child waits for a family is counted from this day.",
    todo: "Take the day from the agency decision maker's record.",
    reason: Reason::Data,
    fields: &[ad1::DATE_INT],
    versions: &[Version::always(&[ad1::DATE_INT], Check::Row(AD1, |a| Ok(a.is_no_day(ad1::DATE_INT))))],
    cases: &[Case {
        about: "blank is rule 601's matter",
        given: "
            AD1 | DATE_INT
                | 29/02/2024
            >   | 29/02/2026
            >   | 1/5/2026
            >   | 01/05/26
                |
        ",
    }],
};
