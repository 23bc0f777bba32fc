//! Factors of an assessment that is not done.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8614",
    level: Level::Error,
    wrong: "The assessment has factors, and no day on which it was authorised.",
    why: "Factors are what an assessment found: one that is still open has not found them yet.",
    todo: "Give the day of authorisation if the assessment is done; else take the factors out.",
    reason: Reason::Data,
    fields: &[assessments::ASSESSMENT_AUTHORISATION_DATE, assessments::ASSESSMENT_FACTORS],
    versions: &[Version::always(
        &[assessments::ASSESSMENT_AUTHORISATION_DATE, assessments::ASSESSMENT_FACTORS],
        Check::Row(ASSESSMENTS, |a| {
            Ok(a.is_blank(assessments::ASSESSMENT_AUTHORISATION_DATE) && factors(a).next().is_some())
        }),
    )],
    cases: &[Case {
        about: "a done assessment may have them, an open one may not",
        given: "
                Assessments | LAchildID | AssessmentAuthorisationDate | AssessmentFactors
                >           | 1         |                             | 1A,2B
                            | 2         | 2026-05-01                  | 1A
                            | 3         |                             |
                            | 4         | 2026-05-01                  |
            ",
    }],
};
