//! There is no temporary placement without one that the child is away from.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "380",
    level: Level::Error,
    wrong: "The first placement of a time in care is a temporary one.",
    why: "The child has no placement yet to be away from, so where the child lives is not told.",
    todo: "Give the placement type that the child came to.",
    reason: Reason::Data,
    fields: &[ep::PLACE, ep::RNE],
    versions: &[Version::always(
        &[ep::PLACE, ep::RNE],
        Check::Row(EPISODES, |e| Ok(is_temporary(e) && e.is(ep::RNE, &["S"]))),
    )],
    cases: &[Case {
        about: "later it may be",
        given: "
            Episodes | CHILD | PLACE | RNE
            >        | 1     | T0    | S
            >        | 2     | T4    | S
                     | 3     | T4    | P
                     | 4     | T4    |
                     | 5     | U6    | S
        ",
    }],
};
