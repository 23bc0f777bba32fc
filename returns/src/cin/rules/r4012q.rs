//! A plan of one day.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "4012Q",
    level: Level::Query,
    wrong: "The child in need plan ends on the day on which it begins.",
    why: "A plan of no day helped nobody: it was most likely opened by mistake.",
    todo: "Correct one of the days, take the plan out, or say how it came about.",
    reason: Reason::Data,
    fields: &[cin_plan::CIN_PLAN_START_DATE, cin_plan::CIN_PLAN_END_DATE],
    versions: &[Version::always(
        &[cin_plan::CIN_PLAN_START_DATE, cin_plan::CIN_PLAN_END_DATE],
        Check::Row(CIN_PLAN_DATES, lasts_no_day),
    )],
    cases: &[Case {
        about: "one night is a plan",
        given: "
                CINplanDates | LAchildID | CINPlanStartDate | CINPlanEndDate
                >            | 1         | 2026-05-02       | 2026-05-02
                             | 2         | 2026-05-02       | 2026-05-03
                             | 3         | 2026-05-02       | 2026-05-01
                             | 4         | 2026-05-02       |
                             | 5         |                  |
                ?            | 6         | 2026-05-02       | tomorrow
            ",
    }],
};
fn lasts_no_day(plan: Row) -> Answer {
    let (began, ended) = (plan.day(cin_plan::CIN_PLAN_START_DATE)?, plan.day(cin_plan::CIN_PLAN_END_DATE)?);
    Ok(began.is_some() && began == ended)
}
