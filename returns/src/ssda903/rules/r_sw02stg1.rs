//! What a social worker's id begins with: SW for one who is registered in England, XX for one who is not. Since 2025/26
//! something must follow. A blank one is found when the file is read.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "SW02STG1",
    level: Level::Error,
    wrong: "The social worker's id does not begin with SW or XX, or, since 2025/26, is nothing else.",
    why: "By the id one sees whether two children have the same social worker, and whether the person is registered.",
    todo: "Give SW or XX, in capitals, and the number.",
    reason: Reason::Data,
    fields: &[sw::SW_ID],
    versions: &[
        Version::since(
            2024,
            &[sw::SW_ID],
            Check::Row(SW_EPISODES, |row| Ok(row.is_filled(sw::SW_ID) && number(row).is_none())),
        )
        .until(2025),
        Version::since(
            2026,
            &[sw::SW_ID],
            Check::Row(SW_EPISODES, |row| Ok(row.is_filled(sw::SW_ID) && number(row).is_none_or(str::is_empty))),
        ),
    ],
    cases: &[
        Case {
            about: "a number must follow",
            given: "
                SWEpisodes | CHILD | SW_ID
                           | 1     | SW12345
                           | 2     | XX1
                >          | 3     | SW
                >          | 4     | XX
                >          | 5     | sw12345
                >          | 6     | 12345
                           | 7     |

            ",
        },
        Case {
            about: "up to 2024/25 the two letters were enough",
            given: "
                2024/25
                SWEpisodes | CHILD | SW_ID
                           | 1     | SW12345
                           | 2     | SW
                >          | 3     | xx1
                >          | 4     | AB1
                           | 5     |

            ",
        },
    ],
};
fn number(row: Row<'_>) -> Option<&'_ str> {
    let id = row.said(sw::SW_ID);
    id.strip_prefix("SW").or(id.strip_prefix("XX"))
}
