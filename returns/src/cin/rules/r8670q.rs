//! An assessment that takes too long.
//!
//! Bank holidays are not working days, as far as the calendar knows them.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8670Q",
    level: Level::Query,
    wrong: "The assessment began 45 working days or more before the end of the census year, and was not authorised.",
    why: "An assessment takes 45 working days at the most (Working Together to Safeguard Children): this child has waited longer.",
    todo: "Give the day of authorisation if the assessment is done; else say why it is not.",
    reason: Reason::Guidance,
    fields: &[assessments::ASSESSMENT_ACTUAL_START_DATE],
    versions: &[Version::always(
        &[
            assessments::ASSESSMENT_ACTUAL_START_DATE,
            assessments::ASSESSMENT_AUTHORISATION_DATE,
            header::REFERENCE_DATE,
        ],
        Check::Row(ASSESSMENTS, has_run_out),
    )],
    cases: &[Case {
        about: "Good Friday 2027 is 26 March and Easter Monday the 29th: 25 January is 45 working days before",
        given: "
                Header | ReferenceDate
                       | 2027-03-31
                Assessments | LAchildID | AssessmentActualStartDate | AssessmentAuthorisationDate
                >           | 1         | 2027-01-25                |
                            | 2         | 2027-01-26                |
                            | 3         | 2026-05-01                | 2026-06-01
                            | 4         |                           |
                ?           | 5         | 25/01/2027                |
            ",
    }],
};
/// The day on which it began does not count, the reference date does.
fn has_run_out(assessment: Row) -> Answer {
    if assessment.is_filled(assessments::ASSESSMENT_AUTHORISATION_DATE) {
        return Ok(false);
    }
    let last = reference_date(assessment.whole())?;
    Ok(before(assessment.day(assessments::ASSESSMENT_ACTUAL_START_DATE)?, last.map(|day| working_day_back(day, 45))))
}
