//! A plan that ended in another year.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "4013",
    level: Level::Error,
    wrong: "The child in need plan ended before or after the census year.",
    why: "A plan that ended earlier was counted in an earlier census; one that ends later is still open in this one.",
    todo: "Correct the last day, take out a plan of an earlier year, or leave the plan open.",
    reason: Reason::Data,
    fields: &[cin_plan::CIN_PLAN_END_DATE],
    versions: &[Version::always(
        &[cin_plan::CIN_PLAN_END_DATE, header::REFERENCE_DATE],
        Check::Row(CIN_PLAN_DATES, |row| is_outside_census_year(row, cin_plan::CIN_PLAN_END_DATE)),
    )],
    cases: &[Case {
        about: "both ends of the year are within it",
        given: "
                Header | ReferenceDate
                       | 2027-03-31
                CINplanDates | LAchildID | CINPlanEndDate
                >            | 1         | 2026-03-31
                             | 2         | 2026-04-01
                             | 3         | 2027-03-31
                >            | 4         | 2027-04-01
                             | 5         |
                ?            | 6         | 2027-02-29
            ",
    }],
};
