//! A child protection plan before its referral.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "1105",
    level: Level::Error,
    wrong: "The child protection plan began before the day of its referral.",
    why: "The plan then stands under a referral that cannot have led to it, and the time from referral to plan comes out negative.",
    todo: "Correct the first day of the plan or the day of the referral, or move the plan to the right referral.",
    reason: Reason::Data,
    fields: &[cpp::CPP_START_DATE, details::CIN_REFERRAL_DATE],
    versions: &[Version::always(
        &[
            cpp::LA_CHILD_ID,
            cpp::CIN_DETAILS_ID,
            cpp::CPP_START_DATE,
            details::LA_CHILD_ID,
            details::CIN_DETAILS_ID,
            details::CIN_REFERRAL_DATE,
        ],
        Check::Child(|child, told| before_the_referral(child, told, cpp::CIN_DETAILS_ID, cpp::CPP_START_DATE)),
    )],
    cases: &[Case {
        about: "only the referral that it belongs to counts; the same day is in order",
        given: "
                CINdetails | LAchildID | CINdetailsID | CINreferralDate
                >          | 1         | 1            | 2026-05-02
                           | 1         | 2            | 2026-09-01
                           | 2         | 1            |
                ChildProtectionPlans | LAchildID | CINdetailsID | CPPstartDate
                >                    | 1         | 1            | 2026-05-01
                                     | 1         | 2            | 2026-09-01
                ?                    | 1         | 2            | 01/09/2025
                                     | 1         | 2            |
                                     | 2         | 1            | 2020-05-01
                                     | 3         | 1            | 2020-05-01
            ",
    }],
};
