//! The day on which an episode began. It is compulsory, so a blank cell is no day either.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "141",
    level: Level::Error,
    wrong: "The day on which the episode began is blank or is no day of the calendar.",
    why: "Without it the episode has no place in the child's history, and every rule that compares days passes it by.",
    todo: "Give DECOM as day, month and year, such as 05/06/2026.",
    reason: Reason::Data,
    fields: &[ep::DECOM],
    versions: &[Version::always(
        &[ep::DECOM],
        Check::Row(EPISODES, |e| Ok(e.is_blank(ep::DECOM) || e.is_no_day(ep::DECOM))),
    )],
    cases: &[Case {
        about: "a real day with four figures for the year",
        given: "
            Episodes | CHILD | DECOM
                     | 1     | 28/02/2026
            >        | 2     | 29/02/2026
            >        | 3     | 01/05/26
            >        | 4     | 2026-05-01
            >        | 5     |
        ",
    }],
};
