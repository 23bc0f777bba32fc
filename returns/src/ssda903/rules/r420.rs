//! Where a child stays during short breaks is not asked for.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "420",
    level: Level::Error,
    wrong: "An authority of placement is found for a series of short breaks.",
    why: "A child on short breaks lives at home: the place would be counted as a placement.",
    todo: "Blank PL_POST, from which it is found, or correct the legal status.",
    reason: Reason::Data,
    fields: &[ep::PL_LA],
    versions: &[Version::always(
        &[ep::LS, ep::PL_LA],
        Check::Row(EPISODES, |e| Ok(is_short_break(e) && e.is_filled(ep::PL_LA))),
    )],
    cases: &[Case {
        about: "both kinds of short breaks",
        given: "
            Episodes | CHILD | LS | PL_LA
            >        | 1     | V3 | 892
            >        | 2     | V4 | WAL
                     | 3     | V4 |
                     | 4     | C2 | 892
        ",
    }],
};
