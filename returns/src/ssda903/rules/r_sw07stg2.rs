//! When a social worker can have ended: in the social worker reporting period. In 2023/24 that was the collection year;
//! since 2024/25 it begins a year earlier, for the year before is reported too.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "SW07STG2",
    level: Level::Error,
    wrong: "The social worker ended before the reporting period for social workers began, or after the collection \
        year.",
    why: "What ended earlier was reported then, and what ended later is for next year.",
    todo: "Correct the day; leave it blank if the social worker was still there on 31 March; take out what is older.",
    reason: Reason::Data,
    fields: &[sw::SW_DEC],
    versions: &[
        Version::since(2024, &[sw::SW_DEC], Check::Row(SW_EPISODES, |row| ended_outside(row, row.given().start)))
            .until(2024),
        Version::since(
            2025,
            &[sw::SW_DEC],
            Check::Row(SW_EPISODES, |row| ended_outside(row, plus_months(row.given().start, -12))),
        ),
    ],
    cases: &[
        Case {
            about: "the year before counts too",
            given: "
                SWEpisodes | CHILD | SW_DEC
                >          | 1     | 31/03/2025
                           | 2     | 01/04/2025
                           | 3     | 31/03/2027
                >          | 4     | 01/04/2027
                           | 5     |
                           | 6     | ZZ/ZZ/ZZZZ
                ?          | 7     | 1/4/2027

            ",
        },
        Case {
            about: "in 2023/24 only that year",
            given: "
                2023/24
                SWEpisodes | CHILD | SW_DEC
                >          | 1     | 31/03/2023
                           | 2     | 01/04/2023
                >          | 3     | 01/04/2024

            ",
        },
    ],
};
fn ended_outside(row: Row, from: Date) -> Answer {
    Ok(worker_day(row, sw::SW_DEC)?.is_some_and(|d| d < from || d > row.given().end))
}
