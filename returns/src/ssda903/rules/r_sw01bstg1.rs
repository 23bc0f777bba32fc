//! Of a social worker who began since 1 April 2023, when the table was new, the reason is asked too. Where the first
//! day is blank both this rule and SW01aSTG1 ask for it.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "SW01bSTG1",
    level: Level::Error,
    wrong: "A social worker of the time since April 2023 has no id, first day or reason.",
    why: "How often, and why, a child gets a new social worker can only be told if each of them is known.",
    todo: "Give the id, the first day and the reason for the change.",
    reason: Reason::Guidance,
    fields: &[sw::SW_DECOM, sw::SW_ID, sw::SW_REASON],
    versions: &[Version::since(2025, WORKER, Check::Row(SW_EPISODES, is_not_told_of)).until(2025)],
    cases: &[Case {
        about: "the first day of April 2023 is since",
        given: "
                SWEpisodes | CHILD | SW_ID | SW_DECOM   | SW_REASON
                >          | 1     |       | 01/04/2023 | FCONTA
                >          | 2     | SW1   | 01/04/2023 |
                           | 3     |       | 31/03/2023 |
                >          | 4     | SW1   |            | FCONTA
                           | 5     | SW1   | 01/04/2023 | FCONTA
                           | 6     |       | ZZ/ZZ/ZZZZ |
                ?          | 7     | SW1   | 31/06/2024 |

            ",
    }],
};
fn is_not_told_of(row: Row) -> Answer {
    let is_of_since = worker_day(row, sw::SW_DECOM)?.is_some_and(|d| d >= NEW_TABLE);
    let is_blank = WORKER.iter().any(|c| row.is_blank(*c));
    Ok(is_blank && (is_of_since || row.is_blank(sw::SW_DECOM)))
}
