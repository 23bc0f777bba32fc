//! Ofsted registers places in England only. Seven X count as a URN here.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "243",
    level: Level::Error,
    wrong: "A URN is given for a placement outside England.",
    why: "Ofsted registers nothing there: the URN or the postcode is not true.",
    todo: "Blank the URN, or correct PL_POST.",
    reason: Reason::Data,
    fields: &[ep::URN],
    versions: &[Version::since(
        2026,
        &[ep::PL_LA, ep::URN],
        Check::Row(EPISODES, |e| Ok(e.is_filled(ep::URN) && is_outside_england(e))),
    )],
    cases: &[Case {
        about: "Wales, Scotland, Northern Ireland and abroad",
        given: "
            Episodes | CHILD | PL_LA | URN
            >        | 1     | WAL   | SC000001
            >        | 2     | NUK   | XXXXXXX
                     | 3     | 892   | SC000001
                     | 4     | CON   | SC000001
                     | 5     | SCO   |
                     | 6     |       | SC000001
        ",
    }],
};
