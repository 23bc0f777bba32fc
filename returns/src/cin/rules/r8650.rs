//! The primary need.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8650",
    level: Level::Error,
    wrong: "The primary need is not a code of the return.",
    why: "Why children need help can be counted only from a code that is known.",
    todo: "Give one of N0 to N9.",
    reason: Reason::Data,
    fields: &[details::PRIMARY_NEED_CODE],
    versions: &[Version::always(
        &[details::PRIMARY_NEED_CODE],
        Check::Row(CIN_DETAILS, |row| Ok(is_no_code(row, details::PRIMARY_NEED_CODE, "cin.primary_need"))),
    )],
    cases: &[Case {
        about: "a missing need is the business of rule 8610; small letters are no code",
        given: "
                CINdetails | LAchildID | PrimaryNeedCode
                           | 0         | N0
                           | 1         | N9
                >          | 2         | N10
                >          | 3         | n1
                           | 9         |
            ",
    }],
};
