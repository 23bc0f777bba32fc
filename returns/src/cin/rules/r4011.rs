//! A plan that ends before it begins.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "4011",
    level: Level::Error,
    wrong: "The child in need plan ends before the day on which it begins.",
    why: "No time on a plan can be counted from it.",
    todo: "Correct the first or the last day of the plan.",
    reason: Reason::Data,
    fields: &[cin_plan::CIN_PLAN_START_DATE, cin_plan::CIN_PLAN_END_DATE],
    versions: &[Version::always(
        &[cin_plan::CIN_PLAN_START_DATE, cin_plan::CIN_PLAN_END_DATE],
        Check::Row(CIN_PLAN_DATES, |row| {
            Ok(before(row.day(cin_plan::CIN_PLAN_END_DATE)?, row.day(cin_plan::CIN_PLAN_START_DATE)?))
        }),
    )],
    cases: &[Case {
        about: "the same day is in order",
        given: "
                CINplanDates | LAchildID | CINPlanStartDate | CINPlanEndDate
                >            | 1         | 2026-05-02       | 2026-05-01
                             | 2         | 2026-05-02       | 2026-05-02
                             | 3         | 2026-05-02       |
                             | 4         |                  | 2026-05-01
                ?            | 5         | 02/05/2026       | 2026-05-01
            ",
    }],
};
