//! Who referred.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8866",
    level: Level::Error,
    wrong: "The source of the referral is missing or is not a code of the return.",
    why: "Who sees that children need help, and who does not, is known only from it.",
    todo: "Give the code of who made the referral; 10 where it is not known.",
    reason: Reason::Data,
    fields: &[details::CIN_REFERRAL_DATE, details::REFERRAL_SOURCE],
    versions: &[Version::always(
        &[details::CIN_REFERRAL_DATE, details::REFERRAL_SOURCE],
        Check::Row(CIN_DETAILS, has_no_source),
    )],
    cases: &[Case {
        about: "not asked of referrals before 1 April 2013",
        given: "
                CINdetails | LAchildID | CINreferralDate | ReferralSource
                           | 1         | 2026-05-01      | 1A
                           | 2         | 2026-05-01      | 10
                >          | 3         | 2026-05-01      | 1a
                >          | 4         | 2026-05-01      |
                >          | 5         | 2013-04-01      | 11
                           | 6         | 2013-03-31      |
                >          | 7         |                 |
                ?          | 8         | 2013            |
            ",
    }],
};
/// The figures on sources begin with the census of 2013-14: the code was not asked before.
fn has_no_source(referral: Row) -> Answer {
    let is_missing = is_missing_or_no_code(referral, details::REFERRAL_SOURCE, "cin.referral_source")?;
    Ok(is_missing && referral.day(details::CIN_REFERRAL_DATE)?.is_none_or(|day| day >= date(2013, 4, 1)))
}
