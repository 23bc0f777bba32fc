//! The placement type, spelt as in the guide of the year: P2 ended in October 2023, K3 came in April 2024 for H5, and
//! Z11 to Z14 in April 2025 for Z1. A code counts if it held on any day of the collection year; and in an episode that
//! began before and ended on the year's first day, which is how a child's code is changed for that year's.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "146",
    level: Level::Error,
    wrong: "The placement type is no code of the return in this collection year.",
    why: "Where children live is counted from it, and codes of other years are counted nowhere.",
    todo: "Give the code that the guide of this collection year has for the placement.",
    reason: Reason::Data,
    fields: &[ep::PLACE],
    versions: &[Version::always(
        &[ep::PLACE],
        Check::Row(EPISODES, |e| Ok(is_no_code(e, ep::PLACE, PLACES) && !ended_with_its_code(e)?)),
    )
    .may_read(&[ep::DECOM, ep::DEC])],
    cases: &[
        Case {
            about: "four kinds of other placement, and no H5, from 2025/26 on",
            given: "
                2025/26
                Episodes | CHILD | PLACE
                         | 1     | U6
                         | 2     | K3
                         | 3     | Z14
                >        | 4     | Z1
                >        | 5     | H5
                >        | 6     | A2
                >        | 7     | t3
                         | 8     |
            ",
        },
        Case {
            about: "until October 2023 a child could be placed in independent living",
            given: "
                2023/24
                Episodes | CHILD | PLACE
                         | 1     | P2
                         | 2     | H5
                         | 3     | Z1
                >        | 4     | K3
                >        | 5     | Z11
            ",
        },
        Case {
            about: "a code that ended with the year before, in an episode that ended with it",
            given: "
                2024/25
                Episodes | CHILD | DECOM      | DEC        | PLACE
                         | 1     | 03/07/2023 | 01/04/2024 | H5
                >        | 2     | 03/07/2023 | 02/04/2024 | H5
                >        | 3     | 03/07/2023 |            | H5
                >        | 4     | 01/04/2024 | 01/04/2024 | H5
                >        | 5     | 03/07/2023 | 01/04/2024 | P2
                ?        | 6     | 03/07/2023 | 31/04/2024 | H5
            ",
        },
        Case {
            about: "after that not",
            given: "
                2024/25
                Episodes | CHILD | PLACE
                >        | 1     | P2
                         | 2     | K3
                         | 3     | Z1
            ",
        },
    ],
};
const PLACES: &str = "s903.placement_type";

fn ended_with_its_code(e: Row) -> Answer {
    let start = e.given().start;
    let began_before = e.day(ep::DECOM)?.is_some_and(|d| d < start);
    Ok(began_before && e.day(ep::DEC)? == Some(start) && codes::holds(PLACES, e.said(ep::PLACE), plus_days(start, -1)))
}
