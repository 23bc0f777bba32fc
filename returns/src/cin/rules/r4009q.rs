//! A plan that ends after the child died.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "4009Q",
    level: Level::Query,
    wrong: "A child in need plan went on after the day on which the child died.",
    why: "A plan ends with the death of the child, however late it was closed on the record.",
    todo: "End the plan on the day of death, or correct that day.",
    reason: Reason::Data,
    fields: &[identifiers::PERSON_DEATH_DATE, cin_plan::CIN_PLAN_END_DATE],
    versions: &[Version::always(
        &[identifiers::LA_CHILD_ID, identifiers::PERSON_DEATH_DATE, cin_plan::LA_CHILD_ID, cin_plan::CIN_PLAN_END_DATE],
        Check::Child(|child, told| after_the_death(child, told, cin_plan::CIN_PLAN_END_DATE)),
    )],
    cases: &[Case {
        about: "the day itself is in order",
        given: "
                ChildIdentifiers | LAchildID | PersonDeathDate
                >                | 1         | 2026-05-26
                                 | 2         | 2026-05-26
                                 | 3         |
                                 | 4         | 2026-05-26
                ?                | 5         | 26/05/2026
                CINplanDates | LAchildID | CINPlanEndDate
                >            | 1         | 2026-05-27
                             | 2         | 2026-05-26
                             | 3         | 2026-05-27
                             | 4         |
                ?            | 5         | 2026-05-27
            ",
    }],
};
