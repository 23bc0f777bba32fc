//! The questionnaire is not for young people of 17 and more.
use super::{health_items::says_sdq, prelude::*};

pub const RULE: Rule = Rule {
    code: "189",
    level: Level::Error,
    wrong: "An SDQ score, or a reason for there being none, is given of a young person who was 17 or more when the \
        year began.",
    why: "The questionnaire ends with the seventeenth birthday, and later scores are not compared with anything.",
    todo: "Check the date of birth; if it is right, clear SDQ_SCORE and SDQ_REASON.",
    reason: Reason::Guidance,
    fields: &[oc2::DOB, oc2::SDQ_SCORE, oc2::SDQ_REASON],
    versions: &[Version::always(
        &[oc2::DOB, oc2::SDQ_SCORE, oc2::SDQ_REASON],
        Check::Row(OC2, |o| Ok(says_sdq(o) && is_aged(17, o.day(oc2::DOB)?, Some(o.given().start)))),
    )],
    cases: &[Case {
        about: "the seventeenth birthday on the first day is too old",
        given: "
            OC2 | DOB        | SDQ_SCORE | SDQ_REASON
            >   | 01/04/2009 | 12        |
            >   | 31/12/2008 |           | SDQ2
                | 02/04/2009 | 12        |
                | 01/04/2009 |           |
                |            | 12        |
            ?   | 01/04/09   | 12        |
        ",
    }],
};
