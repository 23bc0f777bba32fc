//! Plans that overlap.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "4014",
    level: Level::Error,
    wrong: "Two child in need plans of the child overlap.",
    why: "A child has one plan at a time: the days on which there are two are counted twice.",
    todo: "End each plan before the next one begins.",
    reason: Reason::Data,
    fields: &[cin_plan::CIN_PLAN_START_DATE, cin_plan::CIN_PLAN_END_DATE],
    versions: &[Version::always(
        &[cin_plan::LA_CHILD_ID, cin_plan::CIN_PLAN_START_DATE, cin_plan::CIN_PLAN_END_DATE],
        Check::Child(plans_overlap),
    )],
    cases: &[
        Case {
            about: "the last day belongs to the plan; an open one goes on",
            given: "
                CINplanDates | LAchildID | CINPlanStartDate | CINPlanEndDate
                >            | 1         | 2026-05-01       | 2026-06-01
                >            | 1         | 2026-06-01       | 2026-07-01
                             | 1         | 2026-07-02       | 2026-08-01
                             | 2         | 2026-05-01       | 2026-06-01
                             | 2         | 2026-06-02       |
                >            | 3         | 2026-05-01       |
                >            | 3         | 2027-01-01       |
                             | 4         |                  |
                             | 4         | 2027-01-01       |
                ?            | 5         | 2026-05-01       | May
                             | 5         | 2027-01-01       |
            ",
        },
        Case {
            about: "a long one around two short ones",
            given: "
                CINplanDates | LAchildID | CINPlanStartDate | CINPlanEndDate
                >            | 1         | 2026-05-01       | 2026-10-01
                >            | 1         | 2026-06-01       | 2026-06-05
                >            | 1         | 2026-08-01       | 2026-08-05
            ",
        },
    ],
};
fn plans_overlap(child: Child, told: &mut Told) {
    let from = cin_plan::CIN_PLAN_START_DATE;
    let plans = told.in_order(child.rows(CIN_PLAN_DATES), from);
    overlaps(told, &plans, from, |plan| end(plan, cin_plan::CIN_PLAN_END_DATE), Date::le);
}
