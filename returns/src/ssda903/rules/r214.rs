//! Where a child stays during short breaks is not asked for.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "214",
    level: Level::Error,
    wrong: "The postcode or URN of a placement is given for a series of short breaks.",
    why: "A child on short breaks lives at home; an address that is not needed is not to be sent.",
    todo: "Blank PL_POST and URN of this episode, or correct the legal status.",
    reason: Reason::Privacy,
    fields: &[ep::PL_POST, ep::URN],
    versions: &[Version::always(
        &[ep::LS, ep::PL_POST, ep::URN],
        Check::Row(EPISODES, |e| Ok(is_short_break(e) && (e.is_filled(ep::PL_POST) || e.is_filled(ep::URN)))),
    )],
    cases: &[Case {
        about: "either of the two",
        given: "
            Episodes | CHILD | LS | PL_POST  | URN
            >        | 1     | V3 | ZZ99 3CZ |
            >        | 2     | V4 |          | SC000001
                     | 3     | V4 |          |
                     | 4     | C2 | ZZ99 3CZ | SC000001
        ",
    }],
};
