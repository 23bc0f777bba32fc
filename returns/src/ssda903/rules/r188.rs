//! The questionnaire is not for children under 4.
use super::{
    health_items::{is_younger_at_the_end, says_sdq},
    prelude::*,
};

pub const RULE: Rule = Rule {
    code: "188",
    level: Level::Error,
    wrong: "An SDQ score, or a reason for there being none, is given of a child who is not yet 4 at the end of the \
        year.",
    why: "The questionnaire is not made for so young a child, and the score means nothing.",
    todo: "Check the date of birth; if it is right, clear SDQ_SCORE and SDQ_REASON.",
    reason: Reason::Guidance,
    fields: &[oc2::SDQ_SCORE, oc2::SDQ_REASON],
    versions: &[Version::always(
        &[oc2::DOB, oc2::SDQ_SCORE, oc2::SDQ_REASON],
        Check::Row(OC2, |o| Ok(says_sdq(o) && is_younger_at_the_end(4, o)?)),
    )],
    cases: &[Case {
        about: "the fourth birthday on the last day is old enough",
        given: "
            OC2 | DOB        | SDQ_SCORE | SDQ_REASON
                | 31/03/2023 | 12        |
            >   | 01/04/2023 | 12        |
            >   | 01/04/2023 |           | SDQ1
                | 01/04/2023 |           |
                |            | 12        |
            ?   | 1/4/2023   | 12        |
        ",
    }],
};
