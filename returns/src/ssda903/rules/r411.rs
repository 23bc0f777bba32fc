//! A placement inside the authority lies in the authority whose return it is.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "411",
    level: Level::Error,
    wrong: "The placement is said to lie inside the authority, and its postcode lies in another one.",
    why: "Placements out of area are counted by the one and not by the other.",
    todo: "Check PL_POST and the authority that the return is sent for.",
    reason: Reason::Data,
    fields: &[ep::PL_LOCATION],
    versions: &[Version::always(
        &[ep::PL_LA, ep::PL_LOCATION],
        Check::Row(EPISODES, |e| Ok(e.is(ep::PL_LOCATION, &["IN"]) && is_in_another_authority(e))),
    )],
    cases: &[Case {
        about: "only inside and elsewhere do not agree",
        given: "
            authority 892
            Episodes | CHILD | PL_LA | PL_LOCATION
                     | 1     | 892   | IN
            >        | 2     | 891   | IN
                     | 3     | 891   | OUT
                     | 4     |       | IN
                     | 5     | 891   |
        ",
    }],
};
