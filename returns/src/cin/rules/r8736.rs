//! An open assessment of another year.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8736",
    level: Level::Error,
    wrong: "The assessment is not authorised, and began before or after the census year.",
    why: "Assessments take 45 working days at the most: one that is open since an earlier year was most likely forgotten.",
    todo: "Give the day of authorisation, or correct the day on which the assessment began.",
    reason: Reason::Guidance,
    fields: &[assessments::ASSESSMENT_AUTHORISATION_DATE, assessments::ASSESSMENT_ACTUAL_START_DATE],
    versions: &[Version::always(
        &[
            assessments::ASSESSMENT_AUTHORISATION_DATE,
            assessments::ASSESSMENT_ACTUAL_START_DATE,
            header::REFERENCE_DATE,
        ],
        Check::Row(ASSESSMENTS, is_of_another_year),
    )],
    cases: &[Case {
        about: "both ends of the year are within it",
        given: "
                Header | ReferenceDate
                       | 2027-03-31
                Assessments | LAchildID | AssessmentActualStartDate | AssessmentAuthorisationDate
                >           | 1         | 2026-03-31                |
                            | 2         | 2026-04-01                |
                            | 3         | 2027-03-31                |
                >           | 4         | 2027-04-01                |
                            | 5         | 2026-03-31                | 2026-05-01
                            | 6         |                           |
                ?           | 7         | 2026-02-29                |
            ",
    }],
};
fn is_of_another_year(assessment: Row) -> Answer {
    let is_open = assessment.is_blank(assessments::ASSESSMENT_AUTHORISATION_DATE);
    Ok(is_open && is_outside_census_year(assessment, assessments::ASSESSMENT_ACTUAL_START_DATE)?)
}
