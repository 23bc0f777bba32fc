//! Convictions of a child under 10.
use super::{health_items::is_younger_at_the_end, prelude::*};

pub const RULE: Rule = Rule {
    code: "542",
    level: Level::Error,
    wrong: "It is said whether the child was convicted, but the child is under 10 on 31 March.",
    why: "Nobody under 10 can be convicted of an offence, so the question is not asked of the child.",
    todo: "Check the date of birth; if it is right, clear CONVICTED.",
    reason: Reason::Law,
    fields: &[oc2::CONVICTED],
    versions: &[Version::always(
        &[oc2::DOB, oc2::CONVICTED],
        Check::Row(OC2, |o| Ok(o.is_filled(oc2::CONVICTED) && is_younger_at_the_end(10, o)?)),
    )],
    cases: &[Case {
        about: "the tenth birthday on 31 March is old enough",
        given: "
            OC2 | DOB        | CONVICTED
            >   | 01/04/2017 | 1
            >   | 01/04/2017 | 0
                | 31/03/2017 | 1
                | 01/04/2017 |
                |            | 1
            ?   | 32/03/2017 | 1
        ",
    }],
};
