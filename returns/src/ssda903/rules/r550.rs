//! Parents provide the placement with parents and no other. A blank placement is not one with parents.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "550",
    level: Level::Error,
    wrong: "Parents are given as provider of a placement that is not with parents.",
    why: "Living with parents is a placement of its own kind: of any other, this provider hides who looks after the \
        child.",
    todo: "Give the true provider, or P1 if the child lives with parents.",
    reason: Reason::Guidance,
    fields: &[ep::PLACE, ep::PLACE_PROVIDER],
    versions: &[Version::always(
        &[ep::PLACE, ep::PLACE_PROVIDER],
        Check::Row(EPISODES, |e| Ok(e.is(ep::PLACE_PROVIDER, &["PR0"]) && !e.is(ep::PLACE, &["P1"]))),
    )],
    cases: &[Case {
        about: "the pair is wrong, neither code by itself",
        given: "
            Episodes | CHILD | PLACE | PLACE_PROVIDER
            >        | 1     | U1    | PR0
            >        | 2     | T3    | PR0
            >        | 3     |       | PR0
                     | 4     | P1    | PR0
                     | 5     | U1    | PR1
        ",
    }],
};
