//! The first day of a social worker. The parts that nobody knows any more may be ZZ.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "SW04STG1",
    level: Level::Error,
    wrong: "The day on which the social worker began is no day of the calendar.",
    why: "How long a child keeps a social worker can only be told from the days.",
    todo: "Give the day; write ZZ for a day or month, and ZZZZ for a year, that cannot be found out.",
    reason: Reason::Data,
    fields: &[sw::SW_DECOM],
    versions: &[Version::since(
        2024,
        &[sw::SW_DECOM],
        Check::Row(SW_EPISODES, |row| Ok(row.is_no_day(sw::SW_DECOM) && !is_partly_unknown(row.said(sw::SW_DECOM)))),
    )],
    cases: &[Case {
        about: "unknown parts are allowed, others are not",
        given: "
                SWEpisodes | CHILD | SW_DECOM
                           | 1     | 30/04/2026
                           | 2     | ZZ/ZZ/ZZZZ
                           | 3     | ZZ/04/2026
                           | 4     |
                >          | 5     | 31/04/2026
                >          | 6     | zz
                >          | 7     | ZZ/13/2026

            ",
    }],
};
