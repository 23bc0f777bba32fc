//! A social worker who did not stay a day. One who ended before beginning is reported too: no other rule asks it.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "SW09STG2",
    level: Level::Error,
    wrong: "The social worker did not stay until the day after the one on which he or she began.",
    why: "Such a row looks like a change of social worker that the child never saw.",
    todo: "Correct the days, or take the row out.",
    reason: Reason::Data,
    fields: &[sw::SW_DECOM, sw::SW_DEC],
    versions: &[Version::since(2024, &[sw::SW_DECOM, sw::SW_DEC], Check::Row(SW_EPISODES, did_not_stay))],
    cases: &[Case {
        about: "one night is enough",
        given: "
                SWEpisodes | CHILD | SW_DECOM   | SW_DEC
                >          | 1     | 01/05/2026 | 01/05/2026
                           | 2     | 01/05/2026 | 02/05/2026
                >          | 3     | 01/05/2026 | 30/04/2026
                           | 4     | 01/05/2026 |
                           | 5     | ZZ/05/2026 | 01/05/2026
                ?          | 6     | 01/05/2026 | 31/04/2026

            ",
    }],
};
fn did_not_stay(row: Row) -> Answer {
    let days = (worker_day(row, sw::SW_DECOM)?, worker_day(row, sw::SW_DEC)?);
    Ok(matches!(days, (Some(began), Some(ended)) if ended <= began))
}
