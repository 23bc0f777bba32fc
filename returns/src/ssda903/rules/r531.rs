//! Parents are no voluntary provision.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "531",
    level: Level::Error,
    wrong: "A voluntary body is given as provider of a placement with parents.",
    why: "A parent is no charity: one of the two codes is not true of the child.",
    todo: "Give PR0 if the child lives with parents; else correct the placement type.",
    reason: Reason::Guidance,
    fields: &[ep::PLACE, ep::PLACE_PROVIDER],
    versions: &[Version::always(
        &[ep::PLACE, ep::PLACE_PROVIDER],
        Check::Row(EPISODES, |e| Ok(e.is(ep::PLACE_PROVIDER, &["PR5"]) && e.is(ep::PLACE, &["P1"]))),
    )],
    cases: &[Case {
        about: "the pair is wrong, neither code by itself",
        given: "
            Episodes | CHILD | PLACE | PLACE_PROVIDER
            >        | 1     | P1    | PR5
                     | 2     | U4    | PR5
                     | 3     | P1    | PR0
        ",
    }],
};
