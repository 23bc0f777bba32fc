//! A reason without a closure.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8810",
    level: Level::Error,
    wrong: "The case has a reason for closure and no day on which it was closed.",
    why: "Without the day the case counts as open, and the child as in need.",
    todo: "Give the day of closure, or take the reason out if the case is open.",
    reason: Reason::Data,
    fields: &[details::CIN_CLOSURE_DATE, details::REASON_FOR_CLOSURE],
    versions: &[Version::always(
        &[details::CIN_CLOSURE_DATE, details::REASON_FOR_CLOSURE],
        Check::Row(CIN_DETAILS, |c| {
            Ok(c.is_filled(details::REASON_FOR_CLOSURE) && c.is_blank(details::CIN_CLOSURE_DATE))
        }),
    )],
    cases: &[Case {
        about: "a case that is open has none",
        given: "
                CINdetails | LAchildID | CINclosureDate | ReasonForClosure
                           | 1         | 2026-05-01     | RC7
                           | 2         |                |
                           | 3         | 2026-05-01     |
                >          | 4         |                | RC7
            ",
    }],
};
