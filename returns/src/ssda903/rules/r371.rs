//! A child in supported accommodation: K3 since 2024/25. H5, which went before it, is judged by the years that had it;
//! an older episode that still bears it was begun under the rules of then.
use super::{ages::is_placed_younger, prelude::*};

pub const RULE: Rule = Rule {
    code: "371",
    level: Level::Error,
    wrong: "A child was placed in supported accommodation who was too young for it.",
    why: "Accommodation with support instead of care is no place for a younger child, and by law none below 16 may \
        be placed there.",
    todo: "Check the date of birth, the day on which the episode began, and the placement; move the child if all \
        are right.",
    reason: Reason::Law,
    fields: &[ep::DECOM, ep::PLACE],
    versions: &[
        Version::always(
            &[header::CHILD, header::DOB, ep::CHILD, ep::DECOM, ep::PLACE],
            Check::Row(EPISODES, |e| is_placed_younger(14, e, &["H5"])),
        )
        .until(2023),
        Version::since(
            2024,
            &[header::CHILD, header::DOB, ep::CHILD, ep::DECOM, ep::PLACE],
            Check::Row(EPISODES, |e| is_placed_younger(16, e, &["H5"])),
        )
        .until(2024),
        Version::since(
            2025,
            &[header::CHILD, header::DOB, ep::CHILD, ep::DECOM, ep::PLACE],
            Check::Row(EPISODES, |e| is_placed_younger(16, e, &["K3"])),
        ),
    ],
    cases: &[
        Case {
            about: "16, under the new code; the old one is of the years before",
            given: "
                Episodes | CHILD | DECOM      | PLACE
                >        | 1     | 30/04/2026 | K3
                         | 1     | 01/05/2026 | K3
                         | 2     | 01/01/2024 | H5
                         | 1     | 30/04/2026 | K2
                         | 3     | 30/04/2026 | K3
                ?        | 1     | 30/04      | K3
                Header | CHILD | DOB
                       | 1     | 01/05/2010
                       | 2     | 02/01/2008
                       | 3     |
            ",
        },
        Case {
            about: "16, in 2023/24",
            given: "
                2023/24
                Episodes | CHILD | DECOM      | PLACE
                >        | 1     | 30/04/2023 | H5
                         | 1     | 01/05/2023 | H5
                Header | CHILD | DOB
                       | 1     | 01/05/2007
            ",
        },
        Case {
            about: "14, in 2022/23",
            given: "
                2022/23
                Episodes | CHILD | DECOM      | PLACE
                >        | 1     | 30/04/2022 | H5
                         | 1     | 01/05/2022 | H5
                Header | CHILD | DOB
                       | 1     | 01/05/2008
            ",
        },
    ],
};
