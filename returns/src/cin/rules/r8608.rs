//! An assessment that ends before it begins.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8608",
    level: Level::Error,
    wrong: "The assessment was authorised before the day on which it began.",
    why: "The 45 working days of the assessment cannot be counted from it.",
    todo: "Correct the first day of the assessment, or the day of its authorisation.",
    reason: Reason::Data,
    fields: &[assessments::ASSESSMENT_ACTUAL_START_DATE, assessments::ASSESSMENT_AUTHORISATION_DATE],
    versions: &[Version::always(
        &[assessments::ASSESSMENT_ACTUAL_START_DATE, assessments::ASSESSMENT_AUTHORISATION_DATE],
        Check::Row(ASSESSMENTS, |row| {
            Ok(before(
                row.day(assessments::ASSESSMENT_AUTHORISATION_DATE)?,
                row.day(assessments::ASSESSMENT_ACTUAL_START_DATE)?,
            ))
        }),
    )],
    cases: &[Case {
        about: "the same day is in order",
        given: "
                Assessments | LAchildID | AssessmentActualStartDate | AssessmentAuthorisationDate
                >           | 1         | 2026-05-02                | 2026-05-01
                            | 2         | 2026-05-02                | 2026-05-02
                            | 3         | 2026-05-02                |
                            | 4         |                           | 2026-05-01
                ?           | 5         | 02/05/2026                | 2026-05-01
            ",
    }],
};
