//! Closed without a reason.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8805",
    level: Level::Error,
    wrong: "The case was closed without a reason.",
    why: "How children leave can be counted only from the reason.",
    todo: "Give the reason for closure, or take the day out if the case is open.",
    reason: Reason::Data,
    fields: &[details::CIN_CLOSURE_DATE, details::REASON_FOR_CLOSURE],
    versions: &[Version::always(
        &[details::CIN_CLOSURE_DATE, details::REASON_FOR_CLOSURE],
        Check::Row(CIN_DETAILS, |c| {
            Ok(c.is_filled(details::CIN_CLOSURE_DATE) && c.is_blank(details::REASON_FOR_CLOSURE))
        }),
    )],
    cases: &[Case {
        about: "a case that is open needs none",
        given: "
                CINdetails | LAchildID | CINclosureDate | ReasonForClosure
                           | 1         | 2026-05-01     | RC7
                           | 2         |                |
                >          | 3         | 2026-05-01     |
                           | 4         |                | RC7
            ",
    }],
};
