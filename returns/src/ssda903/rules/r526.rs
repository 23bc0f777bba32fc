//! A provider where one is asked for: every placement that is neither temporary nor an other one (Z1 until 2024/25,
//! Z11 to Z14 since). A blank placement is another matter.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "526",
    level: Level::Error,
    wrong: "The episode's placement has a provider, and none is given.",
    why: "It is not known who looks after the child, nor who provides the authority's placements.",
    todo: "Give PLACE_PROVIDER from the placement record.",
    reason: Reason::Data,
    fields: &[ep::PLACE, ep::PLACE_PROVIDER],
    versions: &[
        Version::always(&[ep::PLACE, ep::PLACE_PROVIDER], Check::Row(EPISODES, |e| is_missing(e, OTHER_UNTIL_2025)))
            .until(2025),
        Version::since(2026, &[ep::PLACE, ep::PLACE_PROVIDER], Check::Row(EPISODES, |e| is_missing(e, OTHER))),
    ],
    cases: &[
        Case {
            about: "four kinds of other placement from 2025/26 on",
            given: "
                2025/26
                Episodes | CHILD | PLACE | PLACE_PROVIDER
                >        | 1     | U6    |
                         | 2     | U6    | PR4
                         | 3     | T0    |
                         | 4     | Z14   |
                         | 5     |       |
            ",
        },
        Case {
            about: "one kind before",
            given: "
                2024/25
                Episodes | CHILD | PLACE | PLACE_PROVIDER
                         | 1     | Z1    |
                >        | 2     | K2    |
            ",
        },
    ],
};
fn is_missing(e: Row, others: &[&str]) -> Answer {
    let has_provider = e.is_filled(ep::PLACE) && !is_temporary(e) && !e.is(ep::PLACE, others);
    Ok(has_provider && e.is_blank(ep::PLACE_PROVIDER))
}
