//! Why the social worker changed. In 2023/24 it had to be said of each; since then only of those who began since 1
//! April 2023, when the table was new.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "SW13STG1",
    level: Level::Error,
    wrong: "The reason for the change of social worker is missing or is not a code of the return.",
    why: "Changes that could have been avoided are told by it from those that could not.",
    todo: "Give the code of the reason.",
    reason: Reason::Data,
    fields: &[sw::SW_REASON],
    versions: &[
        Version::since(2024, &[sw::SW_REASON], Check::Row(SW_EPISODES, |row| Ok(!is_reason(row)))).until(2024),
        Version::since(2025, &[sw::SW_REASON, sw::SW_DECOM], Check::Row(SW_EPISODES, has_no_reason)),
    ],
    cases: &[
        Case {
            about: "of those who began before April 2023 it need not be said",
            given: "
                SWEpisodes | CHILD | SW_REASON | SW_DECOM
                           | 1     | LEFTRL    | 01/05/2026
                >          | 2     | leftrl    | 01/05/2026
                >          | 3     | HOLIDAY   | 31/03/2023
                >          | 4     |           | 01/04/2023
                           | 5     |           | 31/03/2023
                           | 6     |           |
                           | 7     |           | ZZ/ZZ/ZZZZ
                ?          | 8     |           | 31/06/2026

            ",
        },
        Case {
            about: "in 2023/24 of each",
            given: "
                2023/24
                SWEpisodes | CHILD | SW_REASON
                           | 1     | LEFTRL
                >          | 2     | HOLIDAY
                >          | 3     |

            ",
        },
    ],
};
fn is_reason(row: Row) -> bool {
    codes::holds("s903.sw_reason", row.said(sw::SW_REASON), row.given().end)
}
fn has_no_reason(row: Row) -> Answer {
    match row.is_blank(sw::SW_REASON) {
        true => Ok(worker_day(row, sw::SW_DECOM)?.is_some_and(|d| d >= NEW_TABLE)),
        false => Ok(!is_reason(row)),
    }
}
