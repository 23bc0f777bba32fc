//! Immunisations, teeth, health assessment and substance misuse go together.
use super::{
    health_items::{ITEMS, lacks_what_all_have, says_anything},
    prelude::*,
};

pub const RULE: Rule = Rule {
    code: "182",
    level: Level::Error,
    wrong: "Some of the OC2 items are filled, but not all four of immunisations, teeth check, health assessment and \
        substance misuse.",
    why: "A child is counted on all four or on none; half an answer hides that a check was missed.",
    todo: "Fill the four items; if the child was not looked after all year, clear the whole row.",
    reason: Reason::Data,
    fields: &[
        oc2::IMMUNISATIONS,
        oc2::TEETH_CHECK,
        oc2::HEALTH_ASSESSMENT,
        oc2::SUBSTANCE_MISUSE,
        oc2::CONVICTED,
        oc2::HEALTH_CHECK,
        oc2::INTERVENTION_RECEIVED,
        oc2::INTERVENTION_OFFERED,
    ],
    versions: &[Version::always(&ITEMS, Check::Row(OC2, |o| Ok(says_anything(o) && lacks_what_all_have(o))))],
    cases: &[Case {
        about: "all four or nothing at all",
        given: "
            OC2 | IMMUNISATIONS | TEETH_CHECK | HEALTH_ASSESSMENT | SUBSTANCE_MISUSE | CONVICTED | HEALTH_CHECK
                |               |             |                   |                  |           |
                | 1             | 1           | 0                 | 0                |           | 1
                | 1             | 1           | 0                 | 0                | 0         |
            >   |               |             |                   |                  | 0         |
            >   | 1             |             |                   |                  |           |
            OC2 | IMMUNISATIONS | TEETH_CHECK | HEALTH_ASSESSMENT | INTERVENTION_RECEIVED | INTERVENTION_OFFERED
            >   | 1             | 1           | 1                 | 1                     |
        ",
    }],
};
