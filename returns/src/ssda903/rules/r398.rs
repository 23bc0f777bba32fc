//! Short breaks have no distance; it is found from the two postcodes, so neither of them is asked for.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "398",
    level: Level::Error,
    wrong: "A postcode is given for a series of short breaks.",
    why: "No distance is asked for, and an address that is not needed is not to be sent.",
    todo: "Blank HOME_POST and PL_POST, or correct the legal status.",
    reason: Reason::Privacy,
    fields: &[ep::LS, ep::HOME_POST, ep::PL_POST],
    versions: &[Version::always(
        &[ep::LS, ep::HOME_POST, ep::PL_POST],
        Check::Row(EPISODES, |e| Ok(is_short_break(e) && (e.is_filled(ep::HOME_POST) || e.is_filled(ep::PL_POST)))),
    )],
    cases: &[Case {
        about: "either of the two",
        given: "
            Episodes | CHILD | LS | HOME_POST | PL_POST
            >        | 1     | V3 | NG1 1AA   |
            >        | 2     | V4 |           | NG1 1AA
                     | 3     | V4 |           |
                     | 4     | C2 | NG1 1AA   | NG1 1AA
        ",
    }],
};
