//! A provider where none is asked for: temporary placements and other placements (Z1 until 2024/25, Z11 to Z14
//! since).
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "213",
    level: Level::Error,
    wrong: "A provider is given for a temporary or other placement, for which none is asked.",
    why: "A temporary placement is counted with the placement that the child returns to; a second provider is \
        counted twice.",
    todo: "Blank PLACE_PROVIDER of this episode, or correct the placement type.",
    reason: Reason::Guidance,
    fields: &[ep::PLACE_PROVIDER],
    versions: &[
        Version::always(
            &[ep::PLACE, ep::PLACE_PROVIDER],
            Check::Row(EPISODES, |e| is_superfluous(e, OTHER_UNTIL_2025)),
        )
        .until(2025),
        Version::since(2026, &[ep::PLACE, ep::PLACE_PROVIDER], Check::Row(EPISODES, |e| is_superfluous(e, OTHER))),
    ],
    cases: &[
        Case {
            about: "four kinds of other placement from 2025/26 on",
            given: "
                2025/26
                Episodes | CHILD | PLACE | PLACE_PROVIDER
                >        | 1     | T4    | PR1
                >        | 2     | Z12   | PR4
                         | 3     | Z1    | PR4
                         | 4     | T4    |
                         | 5     | U6    | PR1
                         | 6     |       | PR1
            ",
        },
        Case {
            about: "one kind before",
            given: "
                2024/25
                Episodes | CHILD | PLACE | PLACE_PROVIDER
                >        | 1     | Z1    | PR4
                         | 2     | Z12   | PR4
            ",
        },
    ],
};
fn is_superfluous(e: Row, others: &[&str]) -> Answer {
    Ok(e.is_filled(ep::PLACE_PROVIDER) && (is_temporary(e) || e.is(ep::PLACE, others)))
}
