//! The day of the referral.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8600",
    level: Level::Error,
    wrong: "The day of the referral is missing, or lies after the census year.",
    why: "Everything that followed is counted from it: without it the child is in no figure.",
    todo: "Give the day on which the referral was received.",
    reason: Reason::Data,
    fields: &[details::CIN_REFERRAL_DATE],
    versions: &[Version::always(
        &[details::CIN_REFERRAL_DATE, header::REFERENCE_DATE],
        Check::Row(CIN_DETAILS, |r| is_missing_or_after_census_year(r, details::CIN_REFERRAL_DATE)),
    )],
    cases: &[Case {
        about: "referrals of earlier years are still open",
        given: "
                Header | ReferenceDate
                       | 2027-03-31
                CINdetails | LAchildID | CINreferralDate
                >          | 1         |
                >          | 2         | 2027-04-01
                           | 3         | 2027-03-31
                           | 4         | 2019-03-31
                ?          | 5         | 31/03/2027
            ",
    }],
};
