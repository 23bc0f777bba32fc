//! Another authority's provision cannot be the parents, the health service or a prison.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "528",
    level: Level::Error,
    wrong: "Another local authority is given as provider of a placement with parents, in health care or in custody.",
    why: "One of the two codes is not true of the child, so either the provision or the place is counted wrongly.",
    todo: "Correct PLACE or PLACE_PROVIDER from the placement record.",
    reason: Reason::Guidance,
    fields: &[ep::PLACE, ep::PLACE_PROVIDER],
    versions: &[Version::always(
        &[ep::PLACE, ep::PLACE_PROVIDER],
        Check::Row(EPISODES, |e| Ok(e.is(ep::PLACE_PROVIDER, &["PR2"]) && e.is(ep::PLACE, &["P1", "R2", "R5"]))),
    )],
    cases: &[Case {
        about: "the pair is wrong, neither code by itself",
        given: "
            Episodes | CHILD | PLACE | PLACE_PROVIDER
            >        | 1     | P1    | PR2
            >        | 2     | R2    | PR2
            >        | 3     | R5    | PR2
                     | 4     | U6    | PR2
                     | 5     | R2    | PR1
                     | 6     | R2    | 
        ",
    }],
};
