//! A social worker without a last day, asked in 2023/24 only. What is published makes no exception for one who was
//! still there on 31 March, so it is a query: that one is explained.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "SW14STG2",
    level: Level::Error,
    wrong: "The social worker has no last day.",
    why: "One who left and was never ended looks as if still responsible for the child.",
    todo: "Give the last day, or explain that the social worker was still there on 31 March.",
    reason: Reason::Data,
    fields: &[sw::SW_DEC],
    versions: &[
        Version::since(2024, &[sw::SW_DEC], Check::Row(SW_EPISODES, |row| Ok(row.is_blank(sw::SW_DEC)))).until(2024)
    ],
    cases: &[Case {
        about: "a day that cannot be read is another matter",
        given: "
                SWEpisodes | CHILD | SW_DEC
                >          | 1     |
                           | 2     | 01/05/2023
                           | 3     | 1/5/2023

            ",
    }],
};
