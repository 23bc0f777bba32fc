//! A child protection plan that begins within a child in need plan.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "4017",
    level: Level::Error,
    wrong: "A child protection plan began while the child had a child in need plan.",
    why: "A child has one plan or the other: the child protection plan takes the place of the plan before it.",
    todo: "End the child in need plan on the day on which the child protection plan began.",
    reason: Reason::Guidance,
    fields: &[cin_plan::CIN_PLAN_START_DATE, cin_plan::CIN_PLAN_END_DATE, cpp::CPP_START_DATE],
    versions: &[Version::always(
        &[
            cin_plan::LA_CHILD_ID,
            cin_plan::CIN_PLAN_START_DATE,
            cin_plan::CIN_PLAN_END_DATE,
            cpp::LA_CHILD_ID,
            cpp::CPP_START_DATE,
        ],
        Check::Child(begins_within),
    )
    .may_read(&[header::REFERENCE_DATE])],
    cases: &[Case {
        about: "the day on which the one takes the place of the other is in order",
        given: "
                Header | ReferenceDate
                       | 2027-03-31
                CINplanDates | LAchildID | CINPlanStartDate | CINPlanEndDate
                >            | 1         | 2026-05-01       | 2026-06-01
                             | 2         | 2026-05-01       | 2026-06-01
                >            | 3         | 2026-05-01       |
                             | 4         | 2026-05-01       |
                             | 5         | 2026-05-01       |
                             | 6         | 2026-05-01       |
                ChildProtectionPlans | LAchildID | CPPstartDate
                >                    | 1         | 2026-05-01
                                     | 2         | 2026-06-01
                >                    | 3         | 2027-03-31
                                     | 4         | 2026-04-30
                                     | 5         |
                                     | 6         | 2027-04-01
            ",
    }],
};
fn begins_within(child: Child, told: &mut Told) {
    each_with_each(told, child.rows(CIN_PLAN_DATES), child.rows(CHILD_PROTECTION_PLANS), |plan, protection| {
        is_within(
            protection.day(cpp::CPP_START_DATE)?,
            plan,
            cin_plan::CIN_PLAN_START_DATE,
            cin_plan::CIN_PLAN_END_DATE,
        )
    });
}
