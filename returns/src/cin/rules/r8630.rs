//! A case closed before its referral.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8630",
    level: Level::Error,
    wrong: "The case was closed before the day of its referral.",
    why: "How long the child was in need cannot be counted from it.",
    todo: "Correct the day of the referral or of the closure.",
    reason: Reason::Data,
    fields: &[details::CIN_REFERRAL_DATE, details::CIN_CLOSURE_DATE],
    versions: &[Version::always(
        &[details::CIN_REFERRAL_DATE, details::CIN_CLOSURE_DATE],
        Check::Row(CIN_DETAILS, |row| {
            Ok(before(row.day(details::CIN_CLOSURE_DATE)?, row.day(details::CIN_REFERRAL_DATE)?))
        }),
    )],
    cases: &[Case {
        about: "the same day is in order",
        given: "
                CINdetails | LAchildID | CINreferralDate | CINclosureDate
                >          | 1         | 2026-05-02      | 2026-05-01
                           | 2         | 2026-05-02      | 2026-05-02
                           | 3         | 2026-05-02      |
                           | 4         |                 | 2026-05-01
                ?          | 5         | 02/05/2026      | 2026-05-01
            ",
    }],
};
