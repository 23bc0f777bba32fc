//! A substance misuse problem was identified: was help received?
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "192",
    level: Level::Error,
    wrong: "A substance misuse problem was identified, but it is not said whether the child received an intervention.",
    why: "It cannot be seen whether a child with a known problem was helped.",
    todo: "Set INTERVENTION_RECEIVED to 1 or 0.",
    reason: Reason::People,
    fields: &[oc2::SUBSTANCE_MISUSE, oc2::INTERVENTION_RECEIVED],
    versions: &[Version::always(
        &[oc2::SUBSTANCE_MISUSE, oc2::INTERVENTION_RECEIVED],
        Check::Row(OC2, |o| Ok(o.is(oc2::SUBSTANCE_MISUSE, &["1"]) && o.is_blank(oc2::INTERVENTION_RECEIVED))),
    )],
    cases: &[Case {
        about: "only where a problem was identified",
        given: "
            OC2 | SUBSTANCE_MISUSE | INTERVENTION_RECEIVED
            >   | 1                |
                | 1                | 0
                | 1                | 1
                | 0                |
                |                  |
        ",
    }],
};
