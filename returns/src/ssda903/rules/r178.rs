//! The provider of the placement, spelt as in the guide. A temporary placement has none, nor have other placements
//! (Z1 until 2024/25, Z11 to Z14 since): any code there is wrong. A blank is another rule's matter (526).
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "178",
    level: Level::Error,
    wrong: "The placement's provider is no code of the return, or is given for a placement that has none.",
    why: "Who provides placements is counted from it.",
    todo: "Give PR0 to PR5 in capitals; blank it for temporary and other placements.",
    reason: Reason::Data,
    fields: &[ep::PLACE_PROVIDER],
    versions: &[
        Version::always(
            &[ep::PLACE_PROVIDER, ep::PLACE],
            Check::Row(EPISODES, |e| is_no_provider(e, OTHER_UNTIL_2025)),
        )
        .until(2025),
        Version::since(2026, &[ep::PLACE_PROVIDER, ep::PLACE], Check::Row(EPISODES, |e| is_no_provider(e, OTHER))),
    ],
    cases: &[
        Case {
            about: "from 2025/26 on",
            given: "
                2025/26
                Episodes | CHILD | PLACE | PLACE_PROVIDER
                         | 1     | U1    | PR1
                         | 2     | U1    |
                >        | 3     | U1    | pr4
                >        | 4     | U1    | PR6
                >        | 5     | T0    | PR1
                >        | 6     | Z14   | PR5
                         | 7     | T1    |
            ",
        },
        Case {
            about: "until 2024/25",
            given: "
                2024/25
                Episodes | CHILD | PLACE | PLACE_PROVIDER
                >        | 1     | Z1    | PR5
                         | 2     | Z1    |
                         | 3     | Z14   | PR5
            ",
        },
    ],
};
fn is_no_provider(e: Row, others: &[&str]) -> Answer {
    let place = e.said(ep::PLACE);
    let has_none = TEMPORARY.contains(&place) || others.contains(&place);
    let is_given = e.is_filled(ep::PLACE_PROVIDER);
    Ok(is_given && (has_none || is_no_code(e, ep::PLACE_PROVIDER, "s903.placement_provider")))
}
