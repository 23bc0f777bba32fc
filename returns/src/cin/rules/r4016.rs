//! A child in need plan that begins within a child protection plan.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "4016",
    level: Level::Error,
    wrong: "A child in need plan began while the child was on a child protection plan.",
    why: "A child has one plan or the other: the child protection plan must have ended first, or it still protects the child.",
    todo: "Correct the first day of the child in need plan, or the last day of the child protection plan.",
    reason: Reason::Guidance,
    fields: &[cin_plan::CIN_PLAN_START_DATE, cpp::CPP_START_DATE, cpp::CPP_END_DATE],
    versions: &[Version::always(
        &[
            cin_plan::LA_CHILD_ID,
            cin_plan::CIN_PLAN_START_DATE,
            cpp::LA_CHILD_ID,
            cpp::CPP_START_DATE,
            cpp::CPP_END_DATE,
        ],
        Check::Child(begins_within),
    )
    .may_read(&[header::REFERENCE_DATE])],
    cases: &[Case {
        about: "stepping down on the last day is in order; a plan that is open goes on to the reference date",
        given: "
                Header | ReferenceDate
                       | 2027-03-31
                CINplanDates | LAchildID | CINPlanStartDate
                >            | 1         | 2026-05-01
                             | 2         | 2026-06-01
                >            | 3         | 2027-03-31
                             | 4         | 2026-04-30
                             | 5         |
                             | 6         | 2027-04-01
                ChildProtectionPlans | LAchildID | CPPstartDate | CPPendDate
                >                    | 1         | 2026-05-01   | 2026-06-01
                                     | 2         | 2026-05-01   | 2026-06-01
                >                    | 3         | 2026-05-01   |
                                     | 4         | 2026-05-01   |
                                     | 5         | 2026-05-01   |
                                     | 6         | 2026-05-01   |
            ",
    }],
};
fn begins_within(child: Child, told: &mut Told) {
    each_with_each(told, child.rows(CIN_PLAN_DATES), child.rows(CHILD_PROTECTION_PLANS), |plan, protection| {
        is_within(plan.day(cin_plan::CIN_PLAN_START_DATE)?, protection, cpp::CPP_START_DATE, cpp::CPP_END_DATE)
    });
}
