//! Pre-proceedings before their referral.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "PP03",
    level: Level::Error,
    wrong: "The pre-proceedings begin before the day of their referral.",
    why: "They then stand under a referral that cannot have led to them.",
    todo: "Correct the first day or the day of the referral, or move them to the right referral.",
    reason: Reason::Ours,
    fields: &[pre_proceedings::PP_START_DATE, details::CIN_REFERRAL_DATE],
    versions: &[Version::since(
        PRE_PROCEEDINGS_SINCE,
        &[
            pre_proceedings::LA_CHILD_ID,
            pre_proceedings::CIN_DETAILS_ID,
            pre_proceedings::PP_START_DATE,
            details::LA_CHILD_ID,
            details::CIN_DETAILS_ID,
            details::CIN_REFERRAL_DATE,
        ],
        Check::Child(|child, told| {
            before_the_referral(child, told, pre_proceedings::CIN_DETAILS_ID, pre_proceedings::PP_START_DATE)
        }),
    )],
    cases: &[Case {
        about: "only the referral that they belong to counts",
        given: "
                CINdetails | LAchildID | CINdetailsID | CINreferralDate
                >          | 1         | 1            | 2026-05-02
                           | 1         | 2            | 2026-05-01
                           | 2         | 1            |
                PreProceedings | LAchildID | CINdetailsID | PPStartDate
                >              | 1         | 1            | 2026-05-01
                               | 1         | 2            | 2026-05-01
                               | 2         | 1            | 2026-05-01
            ",
    }],
};
