//! No substance misuse problem was identified: nothing is then said of help.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "193",
    level: Level::Error,
    wrong: "Help for substance misuse is spoken of, but no such problem was identified.",
    why: "The two items are shares of the children with a problem, and this child is not one of those.",
    todo: "If there is a problem, set SUBSTANCE_MISUSE to 1; if not, clear INTERVENTION_RECEIVED and \
        INTERVENTION_OFFERED.",
    reason: Reason::Data,
    fields: &[oc2::SUBSTANCE_MISUSE, oc2::INTERVENTION_RECEIVED, oc2::INTERVENTION_OFFERED],
    versions: &[Version::always(
        &[oc2::SUBSTANCE_MISUSE, oc2::INTERVENTION_RECEIVED, oc2::INTERVENTION_OFFERED],
        Check::Row(OC2, speaks_of_help_for_nothing),
    )],
    cases: &[Case {
        about: "a blank is no problem either",
        given: "
            OC2 | SUBSTANCE_MISUSE | INTERVENTION_RECEIVED | INTERVENTION_OFFERED
            >   | 0                | 1                     |
            >   | 0                |                       | 0
            >   |                  | 0                     |
                | 1                | 0                     | 1
                | 0                |                       |
                |                  |                       |
        ",
    }],
};
fn speaks_of_help_for_nothing(o: Row) -> Answer {
    let speaks = o.is_filled(oc2::INTERVENTION_RECEIVED) || o.is_filled(oc2::INTERVENTION_OFFERED);
    Ok(speaks && !o.is(oc2::SUBSTANCE_MISUSE, &["1"]))
}
