//! An assessment that found nothing, not even 21.
//!
//! A known validator stops at the very factor that is no code; here it is told.
use super::prelude::*;
use practice::codes;

pub const RULE: Rule = Rule {
    code: "8897Q",
    level: Level::Query,
    wrong: "The assessment was authorised in the year and has no factors, or one that is not a code of the return.",
    why: "What harms children, and what holds them back, is known only from these factors.",
    todo: "Give the factors that the assessment found; 21 if it found none.",
    reason: Reason::Data,
    fields: &[assessments::ASSESSMENT_AUTHORISATION_DATE, assessments::ASSESSMENT_FACTORS],
    versions: &[Version::always(
        &[assessments::ASSESSMENT_AUTHORISATION_DATE, assessments::ASSESSMENT_FACTORS, header::REFERENCE_DATE],
        Check::Row(ASSESSMENTS, lacks_factors),
    )],
    cases: &[Case {
        about: "of assessments of the year alone",
        given: "
                Header | ReferenceDate
                       | 2027-03-31
                Assessments | LAchildID | AssessmentAuthorisationDate | AssessmentFactors
                            | 1         | 2026-05-01                  | 1A,2B
                            | 2         | 2026-05-01                  | 21
                >           | 3         | 2026-05-01                  |
                >           | 4         | 2026-05-01                  | 99
                >           | 5         | 2026-05-01                  | 1A,99
                            | 6         |                             |
                            | 7         | 2026-03-31                  |
                            | 8         | 2026-05-01                  | 18A
                ?           | 9         | 1 May 2026                  |
            ",
    }],
};
/// No other rule looks at the codes of factors, so one wrong code is enough. 18A and 19A count as codes: rules 8945Q
/// and 8950Q speak of them.
fn lacks_factors(assessment: Row) -> Answer {
    let done = assessments::ASSESSMENT_AUTHORISATION_DATE;
    let is_of_this_year = assessment.day(done)?.is_some() && !is_outside_census_year(assessment, done)?;
    let is_code = |factor: &str| codes::label("cin.assessment_factor", factor).is_some();
    let lacks = factors(assessment).next().is_none() || !factors(assessment).all(is_code);
    Ok(is_of_this_year && lacks)
}
