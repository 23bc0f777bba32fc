//! A score and a reason for having none.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "197a",
    level: Level::Error,
    wrong: "There is both an SDQ score and a reason for there being no score.",
    why: "One of them is not true, and it cannot be told whether the child counts as asked.",
    todo: "Keep the score and clear the reason; or clear the score if the questionnaire was not completed.",
    reason: Reason::Data,
    fields: &[oc2::SDQ_SCORE, oc2::SDQ_REASON],
    versions: &[Version::always(
        &[oc2::SDQ_SCORE, oc2::SDQ_REASON],
        Check::Row(OC2, |o| Ok(o.is_filled(oc2::SDQ_SCORE) && o.is_filled(oc2::SDQ_REASON))),
    )],
    cases: &[Case {
        about: "a score of 0 is a score",
        given: "
            OC2 | SDQ_SCORE | SDQ_REASON
            >   | 12        | SDQ2
            >   | 0         | SDQ2
                | 0         |
                |           | SDQ2
                |           |
        ",
    }],
};
