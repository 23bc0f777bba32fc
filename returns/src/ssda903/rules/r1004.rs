//! The first day of a time missing. A blank one is asked by 564.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "1004",
    level: Level::Error,
    wrong: "The day on which the child went missing or was away is no day of the calendar.",
    why: "How long and how often a child is missing can only be told from the days.",
    todo: "Correct the day from the missing record.",
    reason: Reason::Data,
    fields: &[missing::MIS_START],
    versions: &[Version::always(
        &[missing::MIS_START],
        Check::Row(MISSING, |row| Ok(row.is_no_day(missing::MIS_START))),
    )],
    cases: &[Case {
        about: "a blank is not asked here",
        given: "
                Missing | CHILD | MIS_START
                        | 1     | 30/04/2026
                        | 2     |
                >       | 3     | 31/04/2026
                >       | 4     | 30/04/26
                >       | 5     | 2026-04-30

            ",
    }],
};
