//! The first day of a child protection plan.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8720",
    level: Level::Error,
    wrong: "The first day of the child protection plan is missing, or lies after the census year.",
    why: "Without it nobody can count how long the child has been on a plan, nor when its reviews were due.",
    todo: "Give the day of the conference that made the plan.",
    reason: Reason::Data,
    fields: &[cpp::CPP_START_DATE],
    versions: &[Version::always(
        &[cpp::CPP_ID, cpp::CPP_START_DATE, header::REFERENCE_DATE],
        Check::Row(CHILD_PROTECTION_PLANS, has_no_first_day),
    )],
    cases: &[Case {
        about: "plans of earlier years go on; a row without an id is no plan",
        given: "
                Header | ReferenceDate
                       | 2027-03-31
                ChildProtectionPlans | LAchildID | CPPID | CPPstartDate
                >                    | 1         | 1     |
                >                    | 2         | 1     | 2027-04-01
                                     | 3         | 1     | 2027-03-31
                                     | 4         | 1     | 2019-03-31
                                     | 5         |       |
                ?                    | 6         | 1     | 31/03/2027
            ",
    }],
};
fn has_no_first_day(plan: Row) -> Answer {
    Ok(plan.is_filled(cpp::CPP_ID) && is_missing_or_after_census_year(plan, cpp::CPP_START_DATE)?)
}
