//! A child protection plan that ended in another year.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8930",
    level: Level::Error,
    wrong: "The child protection plan ended before or after the census year.",
    why: "A plan that ended earlier was counted in an earlier census; one that ends later is still open in this one.",
    todo: "Correct the last day, take out a plan of an earlier year, or leave the plan open.",
    reason: Reason::Data,
    fields: &[cpp::CPP_END_DATE],
    versions: &[Version::always(
        &[cpp::CPP_END_DATE, header::REFERENCE_DATE],
        Check::Row(CHILD_PROTECTION_PLANS, |row| is_outside_census_year(row, cpp::CPP_END_DATE)),
    )],
    cases: &[Case {
        about: "both ends of the year are within it",
        given: "
                Header | ReferenceDate
                       | 2027-03-31
                ChildProtectionPlans | LAchildID | CPPendDate
                >                    | 1         | 2026-03-31
                                     | 2         | 2026-04-01
                                     | 3         | 2027-03-31
                >                    | 4         | 2027-04-01
                                     | 5         |
                ?                    | 6         | 2027-02-29
            ",
    }],
};
