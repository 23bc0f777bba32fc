//! An assessment of another year.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8696",
    level: Level::Error,
    wrong: "The assessment was authorised before or after the census year.",
    why: "An assessment that was done earlier was counted in an earlier census; one that is done later is still open in this one.",
    todo: "Correct the day of authorisation, take out an assessment of an earlier year, or leave it open.",
    reason: Reason::Data,
    fields: &[assessments::ASSESSMENT_AUTHORISATION_DATE],
    versions: &[Version::always(
        &[assessments::ASSESSMENT_AUTHORISATION_DATE, header::REFERENCE_DATE],
        Check::Row(ASSESSMENTS, |row| is_outside_census_year(row, assessments::ASSESSMENT_AUTHORISATION_DATE)),
    )],
    cases: &[Case {
        about: "both ends of the year are within it",
        given: "
                Header | ReferenceDate
                       | 2027-03-31
                Assessments | LAchildID | AssessmentAuthorisationDate
                >           | 1         | 2026-03-31
                            | 2         | 2026-04-01
                            | 3         | 2027-03-31
                >           | 4         | 2027-04-01
                            | 5         |
                ?           | 6         | 2027-02-29
            ",
    }],
};
