//! A child protection plan after no further action.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8832",
    level: Level::Error,
    wrong: "A child protection plan stands in a referral that is marked as no further action.",
    why: "A plan is the most that can follow: the mark hides a child who is protected.",
    todo: "Take the mark of no further action away, or move the plan to the referral that it belongs to.",
    reason: Reason::Data,
    fields: &[cpp::CIN_DETAILS_ID, details::REFERRAL_NFA],
    versions: &[Version::always(
        &[cpp::LA_CHILD_ID, cpp::CIN_DETAILS_ID, details::LA_CHILD_ID, details::CIN_DETAILS_ID, details::REFERRAL_NFA],
        Check::Child(|child, told| {
            with_its_referral(child, told, cpp::CIN_DETAILS_ID, |_, referral| {
                Ok(is_yes(referral, details::REFERRAL_NFA))
            });
        }),
    )],
    cases: &[Case {
        about: "a mark that is missing is not a mark",
        given: "
                ChildProtectionPlans | LAchildID | CINdetailsID
                >                    | 1         | 1
                                     | 1         | 2
                                     | 2         | 1
                CINdetails | LAchildID | CINdetailsID | ReferralNFA
                >          | 1         | 1            | 1
                           | 1         | 2            | 0
                           | 2         | 1            |
                           | 3         | 1            | 1
            ",
    }],
};
