//! Help for substance misuse was taken up: whether it was offered is then no question.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "158",
    level: Level::Error,
    wrong: "An intervention for substance misuse was received, and yet it is said whether one was offered.",
    why: "The second item counts the young people who were offered help and turned it down; who took it is not one \
        of them.",
    todo: "If the help was received, clear INTERVENTION_OFFERED; if not, set INTERVENTION_RECEIVED to 0.",
    reason: Reason::Data,
    fields: &[oc2::INTERVENTION_RECEIVED, oc2::INTERVENTION_OFFERED],
    versions: &[Version::always(
        &[oc2::INTERVENTION_RECEIVED, oc2::INTERVENTION_OFFERED],
        Check::Row(OC2, |o| Ok(o.is(oc2::INTERVENTION_RECEIVED, &["1"]) && o.is_filled(oc2::INTERVENTION_OFFERED))),
    )],
    cases: &[Case {
        about: "an answer of 0 is an answer",
        given: "
            OC2 | INTERVENTION_RECEIVED | INTERVENTION_OFFERED
            >   | 1                     | 1
            >   | 1                     | 0
                | 1                     |
                | 0                     | 1
                |                       | 1
        ",
    }],
};
