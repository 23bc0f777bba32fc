//! The reason for closure.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8640",
    level: Level::Error,
    wrong: "The reason for closure is not a code of the return.",
    why: "Why help ended can be counted only from a code that is known.",
    todo: "Give one of RC1 to RC9.",
    reason: Reason::Data,
    fields: &[details::REASON_FOR_CLOSURE],
    versions: &[Version::always(
        &[details::REASON_FOR_CLOSURE],
        Check::Row(CIN_DETAILS, |row| Ok(is_no_code(row, details::REASON_FOR_CLOSURE, "cin.reason_for_closure"))),
    )],
    cases: &[Case {
        about: "a case that is open has no reason; small letters are no code",
        given: "
                CINdetails | LAchildID | ReasonForClosure
                           | 0         | RC1
                           | 1         | RC9
                >          | 2         | RC10
                >          | 3         | rc1
                           | 9         |
            ",
    }],
};
