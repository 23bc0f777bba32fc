//! Health checks of a young child are told only together with the other health items.
use super::{health_items::lacks_what_all_have, prelude::*};

pub const RULE: Rule = Rule {
    code: "547",
    level: Level::Error,
    wrong: "The health checks of an under-five are said to be up to date, but immunisations, teeth check, health \
        assessment or substance misuse is not said.",
    why: "Whoever knows of the checks knows of these too; a blank hides one that was missed.",
    todo: "Fill the four items, or clear HEALTH_CHECK if the child was not looked after all year.",
    reason: Reason::Data,
    fields: &[oc2::HEALTH_CHECK, oc2::IMMUNISATIONS, oc2::TEETH_CHECK, oc2::HEALTH_ASSESSMENT, oc2::SUBSTANCE_MISUSE],
    versions: &[Version::always(
        &[oc2::HEALTH_CHECK, oc2::IMMUNISATIONS, oc2::TEETH_CHECK, oc2::HEALTH_ASSESSMENT, oc2::SUBSTANCE_MISUSE],
        Check::Row(OC2, |o| Ok(o.is(oc2::HEALTH_CHECK, &["1"]) && lacks_what_all_have(o))),
    )],
    cases: &[Case {
        about: "a 0 says that nothing was done, unlike in rule 544",
        given: "
            OC2 | HEALTH_CHECK | IMMUNISATIONS | TEETH_CHECK | HEALTH_ASSESSMENT | SUBSTANCE_MISUSE
            >   | 1            | 1             |             | 1                 | 0
            >   | 1            |               |             |                   |
                | 0            | 1             |             | 1                 | 0
                | 1            | 1             | 1           | 1                 | 0
                |              | 1             |             |                   |
        ",
    }],
};
