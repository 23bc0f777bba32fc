//! The first day of a child in need plan.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "4010",
    level: Level::Error,
    wrong: "The first day of the child in need plan is missing, or lies after the census year.",
    why: "Without it nobody can count how long the child has had a plan.",
    todo: "Give the day on which the plan began.",
    reason: Reason::Data,
    fields: &[cin_plan::CIN_PLAN_START_DATE],
    versions: &[Version::always(
        &[cin_plan::CIN_PLAN_START_DATE, header::REFERENCE_DATE],
        Check::Row(CIN_PLAN_DATES, |p| is_missing_or_after_census_year(p, cin_plan::CIN_PLAN_START_DATE)),
    )],
    cases: &[Case {
        about: "plans of earlier years go on",
        given: "
                Header | ReferenceDate
                       | 2027-03-31
                CINplanDates | LAchildID | CINPlanStartDate
                >            | 1         |
                >            | 2         | 2027-04-01
                             | 3         | 2027-03-31
                             | 4         | 2019-03-31
                ?            | 5         | 31/03/2027
            ",
    }],
};
