//! Accommodation under section 20 ends when the child goes home.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "378",
    level: Level::Error,
    wrong: "The child is placed with parents and accommodated under section 20.",
    why: "A child who is accommodated by agreement with the parents and lives with them is not looked after.",
    todo: "End the period of care if the child went home; else correct the placement type or the legal status.",
    reason: Reason::Law,
    fields: &[ep::PLACE, ep::LS],
    versions: &[Version::always(
        &[ep::PLACE, ep::LS],
        Check::Row(EPISODES, |e| Ok(e.is(ep::PLACE, &["P1"]) && e.is(ep::LS, &["V2"]))),
    )],
    cases: &[Case {
        about: "under a care order a child can be placed with parents",
        given: "
            Episodes | CHILD | PLACE | LS
            >        | 1     | P1    | V2
                     | 2     | P1    | C2
                     | 3     | U6    | V2
                     | 4     |       | V2
        ",
    }],
};
