//! Convictions are told only together with the health items.
use super::{health_items::lacks_what_all_have, prelude::*};

pub const RULE: Rule = Rule {
    code: "544",
    level: Level::Error,
    wrong: "CONVICTED is filled, but immunisations, teeth check, health assessment or substance misuse is not.",
    why: "Whoever answers for a child in care all year answers for the child's health too; a blank hides a check \
        that was missed.",
    todo: "Fill the four items, or clear CONVICTED if the child was not looked after all year.",
    reason: Reason::Data,
    fields: &[oc2::CONVICTED, oc2::IMMUNISATIONS, oc2::TEETH_CHECK, oc2::HEALTH_ASSESSMENT, oc2::SUBSTANCE_MISUSE],
    versions: &[Version::always(
        &[oc2::CONVICTED, oc2::IMMUNISATIONS, oc2::TEETH_CHECK, oc2::HEALTH_ASSESSMENT, oc2::SUBSTANCE_MISUSE],
        Check::Row(OC2, |o| Ok(o.is_filled(oc2::CONVICTED) && lacks_what_all_have(o))),
    )],
    cases: &[Case {
        about: "one of the four is lacking",
        given: "
            OC2 | CONVICTED | IMMUNISATIONS | TEETH_CHECK | HEALTH_ASSESSMENT | SUBSTANCE_MISUSE
            >   | 1         | 1             | 1           | 1                 |
            >   | 0         |               |             |                   |
                | 0         | 1             | 1           | 0                 | 0
                |           | 1             |             |                   |
        ",
    }],
};
