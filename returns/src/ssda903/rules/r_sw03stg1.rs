//! Each social worker is told in full.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "SW03STG1",
    level: Level::Error,
    wrong: "A social worker has no id, first day or reason.",
    why: "How often, and why, a child gets a new social worker can only be told if each of them is known.",
    todo: "Give the id, the first day and the reason for the change.",
    reason: Reason::Guidance,
    fields: &[sw::SW_ID, sw::SW_DECOM, sw::SW_REASON],
    versions: &[Version::since(
        2024,
        WORKER,
        Check::Row(SW_EPISODES, |row| Ok(WORKER.iter().any(|c| row.is_blank(*c)))),
    )
    .until(2024)],
    cases: &[Case {
        about: "each of the three",
        given: "
                SWEpisodes | CHILD | SW_ID | SW_DECOM   | SW_REASON
                           | 1     | SW1   | 01/05/2023 | FCONTA
                >          | 2     |       | 01/05/2023 | FCONTA
                >          | 3     | SW1   |            | FCONTA
                >          | 4     | SW1   | 01/05/2023 |

            ",
    }],
};
