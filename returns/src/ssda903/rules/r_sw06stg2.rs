//! A social worker who begins after the year. One who began before it may have gone on.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "SW06STG2",
    level: Level::Error,
    wrong: "The social worker began after the last day of the collection year.",
    why: "It is not of this year, and next year it would be counted again.",
    todo: "Correct the day, or leave the row to the return of next year.",
    reason: Reason::Data,
    fields: &[sw::SW_DECOM],
    versions: &[Version::since(
        2024,
        &[sw::SW_DECOM],
        Check::Row(SW_EPISODES, |row| Ok(worker_day(row, sw::SW_DECOM)?.is_some_and(|d| d > row.given().end))),
    )],
    cases: &[Case {
        about: "31 March is still of the year",
        given: "
                SWEpisodes | CHILD | SW_DECOM
                >          | 1     | 01/04/2027
                           | 2     | 31/03/2027
                           | 3     | 01/05/2020
                           | 4     |
                           | 5     | ZZ/ZZ/ZZZZ
                ?          | 6     | 1/4/2027

            ",
    }],
};
