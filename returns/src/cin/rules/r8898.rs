//! A factor twice.
//!
//! A known validator stops at the very factor that stands twice; here it is told.
use super::prelude::*;
use std::collections::HashSet;

pub const RULE: Rule = Rule {
    code: "8898",
    level: Level::Error,
    wrong: "The assessment has the same factor more than once.",
    why: "One of them was meant to be another, or the assessment is counted twice among those with it.",
    todo: "Keep one, and see which other factor was meant.",
    reason: Reason::Data,
    fields: &[assessments::ASSESSMENT_FACTORS],
    versions: &[Version::always(&[assessments::ASSESSMENT_FACTORS], Check::Row(ASSESSMENTS, has_one_twice))],
    cases: &[Case {
        about: "capitals or not",
        given: "
                Assessments | LAchildID | AssessmentFactors
                >           | 1         | 1A,2B,1A
                >           | 2         | 1A, 1a
                            | 3         | 1A,2B
                            | 4         | 1A
                            | 5         |
            ",
    }],
};
fn has_one_twice(assessment: Row) -> Answer {
    let mut seen = HashSet::new();
    Ok(!factors(assessment).all(|factor| seen.insert(factor)))
}
