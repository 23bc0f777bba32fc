//! Seven X say that a provider has no URN: that is so of regional adoption agencies, and they place for adoption (A3
//! to A6).
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "242",
    level: Level::Error,
    wrong: "Seven X stand for the URN of a placement that is not one for adoption.",
    why: "Every other registered provider has a URN; without it, it cannot be told whether the place is registered.",
    todo: "Give the URN from Ofsted's list, or blank it if the place is not registered.",
    reason: Reason::Law,
    fields: &[ep::URN],
    versions: &[Version::since(
        2026,
        &[ep::PLACE, ep::URN],
        Check::Row(EPISODES, |e| Ok(e.is(ep::URN, &[NO_URN]) && !e.is(ep::PLACE, PLACED_FOR_ADOPTION))),
    )],
    cases: &[Case {
        about: "adopters may have none",
        given: "
            Episodes | CHILD | PLACE | URN
                     | 1     | A4    | XXXXXXX
            >        | 2     | U6    | XXXXXXX
            >        | 3     |       | XXXXXXX
                     | 4     | U6    | SC000001
                     | 5     | U6    |
        ",
    }],
};
