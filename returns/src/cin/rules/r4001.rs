//! Two kinds of plan open at once.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "4001",
    level: Level::Error,
    wrong: "A child in need plan and a child protection plan are both open under one referral.",
    why: "A child has one plan or the other: a child protection plan takes the place of the plan before it.",
    todo: "Close the plan that no longer holds, on the day on which the other began.",
    reason: Reason::Guidance,
    fields: &[cin_plan::CIN_PLAN_END_DATE, cpp::CPP_END_DATE],
    versions: &[Version::always(
        &[
            cin_plan::LA_CHILD_ID,
            cin_plan::CIN_DETAILS_ID,
            cin_plan::CIN_PLAN_START_DATE,
            cin_plan::CIN_PLAN_END_DATE,
            cpp::LA_CHILD_ID,
            cpp::CIN_DETAILS_ID,
            cpp::CPP_END_DATE,
        ],
        Check::Child(both_open),
    )],
    cases: &[Case {
        about: "under the same referral, and only a plan that has begun",
        given: "
                CINplanDates | LAchildID | CINdetailsID | CINPlanStartDate | CINPlanEndDate
                >            | 1         | 1            | 2026-05-01       |
                             | 2         | 1            | 2026-05-01       | 2026-06-01
                             | 3         | 1            | 2026-05-01       |
                             | 4         | 1            |                  |
                             | 5         | 2            | 2026-05-01       |
                ChildProtectionPlans | LAchildID | CINdetailsID | CPPendDate
                >                    | 1         | 1            |
                                     | 2         | 1            |
                                     | 3         | 1            | 2026-06-01
                                     | 4         | 1            |
                                     | 5         | 1            |
            ",
    }],
};
fn both_open(child: Child, told: &mut Told) {
    let is_open = |p: &Row| p.is_filled(cin_plan::CIN_PLAN_START_DATE) && p.is_blank(cin_plan::CIN_PLAN_END_DATE);
    for plan in child.rows(CIN_PLAN_DATES).iter().filter(is_open) {
        let protection = child.rows(CHILD_PROTECTION_PLANS);
        for other in linked(protection, cpp::CIN_DETAILS_ID, plan, cin_plan::CIN_DETAILS_ID) {
            told.ask(&[plan, other], || Ok(other.is_blank(cpp::CPP_END_DATE)));
        }
    }
}
