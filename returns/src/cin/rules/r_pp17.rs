//! Pre-proceedings after no further action.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "PP17",
    level: Level::Error,
    wrong: "Pre-proceedings stand in a referral that is marked as no further action.",
    why: "Little weighs more than the step before a court: the mark hides a child who is worked with.",
    todo: "Take the mark of no further action away, or move the pre-proceedings to the referral that they belong to.",
    reason: Reason::Ours,
    fields: &[pre_proceedings::PP_START_DATE, details::REFERRAL_NFA],
    versions: &[Version::since(
        PRE_PROCEEDINGS_SINCE,
        &[
            pre_proceedings::LA_CHILD_ID,
            pre_proceedings::CIN_DETAILS_ID,
            details::LA_CHILD_ID,
            details::CIN_DETAILS_ID,
            details::REFERRAL_NFA,
        ],
        Check::Child(|child, told| {
            with_its_referral(child, told, pre_proceedings::CIN_DETAILS_ID, |_, referral| {
                Ok(is_yes(referral, details::REFERRAL_NFA))
            });
        }),
    )],
    cases: &[Case {
        about: "a mark that is missing is not a mark",
        given: "
                CINdetails | LAchildID | CINdetailsID | ReferralNFA
                >          | 1         | 1            | 1
                           | 1         | 2            | 0
                           | 2         | 1            |
                PreProceedings | LAchildID | CINdetailsID
                >              | 1         | 1
                               | 1         | 2
                               | 2         | 1
            ",
    }],
};
