//! A URN of a place that is not registered with Ofsted. Unregulated accommodation had none: H5 until 2022/23 (since
//! October 2023 it must be registered, rule 230), P2 until the code ended. Seven X are no URN.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "222",
    level: Level::Error,
    wrong: "A URN is given for a placement of a kind that Ofsted does not register.",
    why: "Either the placement type or the URN is not true, so the child is counted in the wrong kind of place.",
    todo: "Blank the URN, or correct the placement type.",
    reason: Reason::Data,
    fields: &[ep::URN],
    versions: &[
        Version::always(&[ep::PLACE, ep::URN], Check::Row(EPISODES, |e| has_urn(e, &["H5", "P2", "Z1"]))).until(2023),
        Version::since(2024, &[ep::PLACE, ep::URN], Check::Row(EPISODES, |e| has_urn(e, &["P2", "Z1"]))).until(2024),
        Version::since(2025, &[ep::PLACE, ep::URN], Check::Row(EPISODES, |e| has_urn(e, OTHER_UNTIL_2025))).until(2025),
        Version::since(2026, &[ep::PLACE, ep::URN], Check::Row(EPISODES, |e| has_urn(e, OTHER))),
    ],
    cases: &[
        Case {
            about: "from 2025/26 on",
            given: "
                2025/26
                Episodes | CHILD | PLACE | URN
                >        | 1     | T1    | SC000001
                >        | 2     | R1    | SC000001
                >        | 3     | Z14   | SC000001
                         | 4     | T1    | XXXXXXX
                         | 5     | T1    |
                         | 6     | U1    | SC000001
                         | 7     | Z1    | SC000001
            ",
        },
        Case {
            about: "2024/25",
            given: "
                2024/25
                Episodes | CHILD | PLACE | URN
                >        | 1     | Z1    | SC000001
                         | 2     | P2    | SC000001
            ",
        },
        Case {
            about: "2023/24",
            given: "
                2023/24
                Episodes | CHILD | PLACE | URN
                >        | 1     | P2    | SC000001
                         | 2     | H5    | SC000001
            ",
        },
        Case {
            about: "2022/23",
            given: "
                2022/23
                Episodes | CHILD | PLACE | URN
                >        | 1     | H5    | SC000001
                         | 2     | H5    | XXXXXXX
                         | 3     | K2    | SC000001
            ",
        },
    ],
};
fn has_urn(e: Row, of_the_year: &[&str]) -> Answer {
    let has_none = is_temporary(e) || e.is(ep::PLACE, &["P1", "P3", "R1", "R2", "R5"]) || e.is(ep::PLACE, of_the_year);
    Ok(has_none && e.is_filled(ep::URN) && !e.is(ep::URN, &[NO_URN]))
}
