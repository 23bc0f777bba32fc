//! Of a social worker who began before 1 April 2023, when the table was new, no reason is asked. Where the first day is
//! blank both this rule and SW01bSTG1 ask for it.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "SW01aSTG1",
    level: Level::Error,
    wrong: "A social worker of the time before April 2023 has no id or no first day.",
    why: "How often a child gets a new social worker can only be told if each of them is known.",
    todo: "Give the id and the first day.",
    reason: Reason::Guidance,
    fields: &[sw::SW_DECOM, sw::SW_ID],
    versions: &[Version::since(2025, &[sw::SW_ID, sw::SW_DECOM], Check::Row(SW_EPISODES, is_not_told_of)).until(2025)],
    cases: &[Case {
        about: "the last day of March 2023 is before",
        given: "
                SWEpisodes | CHILD | SW_ID | SW_DECOM
                >          | 1     |       | 31/03/2023
                           | 2     |       | 01/04/2023
                >          | 3     | SW1   |
                           | 4     | SW1   | 31/03/2023
                >          | 5     |       | ZZ/ZZ/ZZZZ
                ?          | 6     |       | 31/06/2022

            ",
    }],
};
fn is_not_told_of(row: Row) -> Answer {
    let is_of_before = worker_day(row, sw::SW_DECOM)?.is_none_or(|d| d < NEW_TABLE);
    Ok(is_of_before && (row.is_blank(sw::SW_DECOM) || row.is_blank(sw::SW_ID)))
}
