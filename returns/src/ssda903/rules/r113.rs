//! The day on which child and adopters were matched.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "113",
    level: Level::Error,
    wrong: "The day in DATE_MATCH is not a day of the calendar, written as DD/MM/YYYY.",
    why: "How long it takes to find a family for a child is counted up to this day.",
    todo: "Take the day from the record of the matching decision.",
    reason: Reason::Data,
    fields: &[ad1::DATE_MATCH],
    versions: &[Version::always(&[ad1::DATE_MATCH], Check::Row(AD1, |a| Ok(a.is_no_day(ad1::DATE_MATCH))))],
    cases: &[Case {
        about: "blank is rule 601's matter",
        given: "
            AD1 | DATE_MATCH
                | 31/05/2026
            >   | 31/06/2026
            >   | 2026-05-31
            >   | unknown
                |
        ",
    }],
};
