//! Health checks for the under-fives of a child of 5 or more.
use super::{health_items::is_aged_at_the_end, prelude::*};

pub const RULE: Rule = Rule {
    code: "546",
    level: Level::Error,
    wrong: "HEALTH_CHECK is filled, but the child is 5 or more on 31 March.",
    why: "The item counts the checks of the years before school; an older child falls into the count of the \
        under-fives.",
    todo: "Check the date of birth; if it is right, clear HEALTH_CHECK.",
    reason: Reason::Data,
    fields: &[oc2::DOB, oc2::HEALTH_CHECK],
    versions: &[Version::always(
        &[oc2::DOB, oc2::HEALTH_CHECK],
        Check::Row(OC2, |o| Ok(o.is_filled(oc2::HEALTH_CHECK) && is_aged_at_the_end(5, o)?)),
    )],
    cases: &[Case {
        about: "the fifth birthday on 31 March is too old",
        given: "
            OC2 | DOB        | HEALTH_CHECK
            >   | 31/03/2022 | 1
            >   | 31/03/2022 | 0
                | 01/04/2022 | 1
                | 31/03/2022 |
                |            | 1
            ?   | 31.03.2022 | 1
        ",
    }],
};
