//! A plan after no further action.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "4000",
    level: Level::Error,
    wrong: "A child in need plan stands in a referral that is marked as no further action.",
    why: "Either the child was helped, and the referral is counted wrongly, or the plan belongs to another referral.",
    todo: "Take the mark of no further action away, or move or take out the plan.",
    reason: Reason::Data,
    fields: &[details::REFERRAL_NFA],
    versions: &[Version::always(
        &[
            cin_plan::LA_CHILD_ID,
            cin_plan::CIN_DETAILS_ID,
            details::LA_CHILD_ID,
            details::CIN_DETAILS_ID,
            details::REFERRAL_NFA,
        ],
        Check::Child(|child, told| {
            with_its_referral(child, told, cin_plan::CIN_DETAILS_ID, |_, referral| {
                Ok(is_yes(referral, details::REFERRAL_NFA))
            });
        }),
    )],
    cases: &[Case {
        about: "a referral without the mark led to further action",
        given: "
                CINplanDates | LAchildID | CINdetailsID
                >            | 1         | 1
                             | 1         | 2
                >            | 2         | 1
                             | 3         | 1
                CINdetails | LAchildID | CINdetailsID | ReferralNFA
                >          | 1         | 1            | 1
                           | 1         | 2            | 0
                >          | 2         | 1            | true
                           | 3         | 1            |
            ",
    }],
};
