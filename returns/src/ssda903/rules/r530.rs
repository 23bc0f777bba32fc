//! Parents are no private provision.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "530",
    level: Level::Error,
    wrong: "A private company is given as provider of a placement with parents.",
    why: "A parent is no company: one of the two codes is not true of the child.",
    todo: "Give PR0 if the child lives with parents; else correct the placement type.",
    reason: Reason::Guidance,
    fields: &[ep::PLACE, ep::PLACE_PROVIDER],
    versions: &[Version::always(
        &[ep::PLACE, ep::PLACE_PROVIDER],
        Check::Row(EPISODES, |e| Ok(e.is(ep::PLACE_PROVIDER, &["PR4"]) && e.is(ep::PLACE, &["P1"]))),
    )],
    cases: &[Case {
        about: "the pair is wrong, neither code by itself",
        given: "
            Episodes | CHILD | PLACE | PLACE_PROVIDER
            >        | 1     | P1    | PR4
                     | 2     | U4    | PR4
                     | 3     | P1    | PR0
        ",
    }],
};
