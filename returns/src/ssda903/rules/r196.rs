//! The reason why there is no score.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "196",
    level: Level::Error,
    wrong: "The reason for there being no SDQ score is not one of the return's codes.",
    why: "Without a known reason the child counts as simply not asked.",
    todo: "Give SDQ1, SDQ2, SDQ3, SDQ4 or SDQ5.",
    reason: Reason::Data,
    fields: &[oc2::SDQ_REASON],
    versions: &[Version::always(
        &[oc2::SDQ_REASON],
        Check::Row(OC2, |o| Ok(is_no_code(o, oc2::SDQ_REASON, "s903.sdq_reason"))),
    )],
    cases: &[Case {
        about: "the codes as they are written",
        given: "
            OC2 | SDQ_REASON
                | SDQ1
                | SDQ5
            >   | SDQ6
            >   | sdq1
            >   | 1
                |
        ",
    }],
};
