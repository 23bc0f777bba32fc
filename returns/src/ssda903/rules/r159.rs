//! Help for substance misuse was not taken up: whether it was offered must then be said.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "159",
    level: Level::Error,
    wrong: "The child did not receive an intervention for the substance misuse problem, and it is not said whether \
        one was offered.",
    why: "A young person who was never offered help looks the same as one who refused it.",
    todo: "Set INTERVENTION_OFFERED to 1 if help was offered and refused, else to 0.",
    reason: Reason::People,
    fields: &[oc2::SUBSTANCE_MISUSE, oc2::INTERVENTION_RECEIVED, oc2::INTERVENTION_OFFERED],
    versions: &[Version::always(
        &[oc2::SUBSTANCE_MISUSE, oc2::INTERVENTION_RECEIVED, oc2::INTERVENTION_OFFERED],
        Check::Row(OC2, is_silent_on_the_offer),
    )],
    cases: &[Case {
        about: "only where a problem was identified and 0 was received",
        given: "
            OC2 | SUBSTANCE_MISUSE | INTERVENTION_RECEIVED | INTERVENTION_OFFERED
            >   | 1                | 0                     |
                | 1                | 0                     | 0
                | 1                | 0                     | 1
                | 1                | 1                     |
                | 1                |                       |
                | 0                | 0                     |
                |                  | 0                     |
        ",
    }],
};
fn is_silent_on_the_offer(o: Row) -> Answer {
    let got_no_help = o.is(oc2::SUBSTANCE_MISUSE, &["1"]) && o.is(oc2::INTERVENTION_RECEIVED, &["0"]);
    Ok(got_no_help && o.is_blank(oc2::INTERVENTION_OFFERED))
}
