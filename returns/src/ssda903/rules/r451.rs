//! A freeing order was granted before 2006, so a child who was freed has been adopted or freed no longer by now.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "451",
    level: Level::Error,
    wrong: "The episode goes on under a freeing order.",
    why: "The child waits for adoption since before 2006, or the legal status is not true.",
    todo: "Give the order that holds now, or the end of the episode.",
    reason: Reason::People,
    fields: &[ep::DEC, ep::REC, ep::LS],
    versions: &[Version::always(
        &[ep::DEC, ep::REC, ep::LS],
        Check::Row(EPISODES, |e| Ok(e.is(ep::LS, &["D1"]) && e.is_blank(ep::DEC) && e.is_blank(ep::REC))),
    )
    .until(2024)],
    cases: &[Case {
        about: "an episode that ended is good",
        given: "
            Episodes | CHILD | LS | DEC        | REC
            >        | 1     | D1 |            |
                     | 2     | D1 | 01/05/2023 | E11
                     | 3     | D1 |            | E11
                     | 4     | C2 |            |
        ",
    }],
};
