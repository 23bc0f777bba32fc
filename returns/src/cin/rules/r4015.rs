//! A child in need plan before its referral.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "4015",
    level: Level::Error,
    wrong: "The child in need plan began before the day of its referral.",
    why: "The plan then stands under a referral that cannot have led to it, and the time from referral to plan comes out negative.",
    todo: "Correct the first day of the plan or the day of the referral, or move the plan to the right referral.",
    reason: Reason::Data,
    fields: &[cin_plan::CIN_PLAN_START_DATE, details::CIN_REFERRAL_DATE],
    versions: &[Version::always(
        &[
            cin_plan::LA_CHILD_ID,
            cin_plan::CIN_DETAILS_ID,
            cin_plan::CIN_PLAN_START_DATE,
            details::LA_CHILD_ID,
            details::CIN_DETAILS_ID,
            details::CIN_REFERRAL_DATE,
        ],
        Check::Child(|child, told| {
            before_the_referral(child, told, cin_plan::CIN_DETAILS_ID, cin_plan::CIN_PLAN_START_DATE)
        }),
    )],
    cases: &[Case {
        about: "only the referral that it belongs to counts; the same day is in order",
        given: "
                CINdetails | LAchildID | CINdetailsID | CINreferralDate
                >          | 1         | 1            | 2026-05-02
                           | 1         | 2            | 2026-09-01
                           | 2         | 1            |
                CINplanDates | LAchildID | CINdetailsID | CINPlanStartDate
                >            | 1         | 1            | 2026-05-01
                             | 1         | 2            | 2026-09-01
                ?            | 1         | 2            | 01/09/2025
                             | 1         | 2            |
                             | 2         | 1            | 2020-05-01
                             | 3         | 1            | 2020-05-01
            ",
    }],
};
