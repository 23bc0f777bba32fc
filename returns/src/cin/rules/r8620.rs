//! A case closed in another year.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8620",
    level: Level::Error,
    wrong: "The case was closed before or after the census year.",
    why: "A case that was closed earlier was counted in an earlier census; one that is closed later is still open in this one.",
    todo: "Correct the day of closure, take out a case of an earlier year, or leave the case open.",
    reason: Reason::Data,
    fields: &[details::CIN_CLOSURE_DATE],
    versions: &[Version::always(
        &[details::CIN_CLOSURE_DATE, header::REFERENCE_DATE],
        Check::Row(CIN_DETAILS, |row| is_outside_census_year(row, details::CIN_CLOSURE_DATE)),
    )],
    cases: &[Case {
        about: "both ends of the year are within it",
        given: "
                Header | ReferenceDate
                       | 2027-03-31
                CINdetails | LAchildID | CINclosureDate
                >          | 1         | 2026-03-31
                           | 2         | 2026-04-01
                           | 3         | 2027-03-31
                >          | 4         | 2027-04-01
                           | 5         |
                ?          | 6         | 2027-02-29
            ",
    }],
};
