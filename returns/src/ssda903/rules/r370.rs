//! A child living independently.
use super::{ages::is_placed_younger, prelude::*};

pub const RULE: Rule = Rule {
    code: "370",
    level: Level::Error,
    wrong: "A child was placed in independent living who was too young for it.",
    why: "No child below that age may be left to live alone, so either the placement or the age is wrong.",
    todo: "Check the date of birth, the day on which the episode began, and the placement.",
    reason: Reason::Law,
    fields: &[ep::DECOM, ep::PLACE],
    versions: &[
        Version::always(
            &[header::CHILD, header::DOB, ep::CHILD, ep::DECOM, ep::PLACE],
            Check::Row(EPISODES, |e| is_placed_younger(15, e, &["P2"])),
        )
        .until(2023),
        Version::since(
            2024,
            &[header::CHILD, header::DOB, ep::CHILD, ep::DECOM, ep::PLACE],
            Check::Row(EPISODES, |e| is_placed_younger(16, e, &["P2"])),
        )
        .until(2024),
    ],
    cases: &[
        Case {
            about: "16, in 2023/24",
            given: "
                2023/24
                Episodes | CHILD | DECOM      | PLACE
                >        | 1     | 30/04/2023 | P2
                         | 1     | 01/05/2023 | P2
                         | 1     | 30/04/2023 | U4
                         | 2     | 30/04/2023 | P2
                         | 1     |            | P2
                ?        | 1     | 30/04/23   | P2
                Header | CHILD | DOB
                       | 1     | 01/05/2007
                       | 2     |
            ",
        },
        Case {
            about: "15, in 2022/23",
            given: "
                2022/23
                Episodes | CHILD | DECOM      | PLACE
                >        | 1     | 30/04/2022 | P2
                         | 1     | 01/05/2022 | P2
                Header | CHILD | DOB
                       | 1     | 01/05/2007
            ",
        },
    ],
};
