//! No factor, and another.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8869",
    level: Level::Error,
    wrong: "The assessment has factor 21, that nothing was found, together with another factor.",
    why: "One of the two is wrong: the child is counted among those with the factor and among those with none.",
    todo: "Take 21 out, or the factors that are not true of the child.",
    reason: Reason::Data,
    fields: &[assessments::ASSESSMENT_FACTORS],
    versions: &[Version::always(
        &[
            assessments::LA_CHILD_ID,
            assessments::CIN_DETAILS_ID,
            assessments::ASSESSMENT_AUTHORISATION_DATE,
            assessments::ASSESSMENT_FACTORS,
        ],
        Check::Child(has_both),
    )
    .may_read(&[assessments::ASSESSMENT_ID])],
    cases: &[
        Case {
            about: "within one assessment",
            given: "
                Assessments | LAchildID | CINdetailsID | AssessmentID | AssessmentAuthorisationDate | AssessmentFactors
                >           | 1         | 1            | 1            | 2026-05-01                  | 1A,21
                            | 1         | 2            | 2            | 2026-05-01                  | 21
                            | 2         | 1            | 1            | 2026-05-01                  | 1A,2B
                            | 3         | 1            | 1            | 2026-05-01                  | 21
                            | 3         | 1            | 2            | 2026-05-01                  | 1A
                            | 4         | 1            | 1            | 2026-05-01                  |
            ",
        },
        Case {
            about: "where each factor has a row, and no number of the assessment, those of one day are one",
            given: "
                Assessments | LAchildID | CINdetailsID | AssessmentAuthorisationDate | AssessmentFactors
                            | 1         | 1            | 2026-05-01                  | 21
                >           | 1         | 1            | 2026-05-01                  | 1A
                            | 1         | 1            | 2026-06-01                  | 2B
                            | 2         | 1            | 2026-05-01                  | 3A
            ",
        },
    ],
};
/// The rows that are told are those with the other factors.
fn has_both(child: Child, told: &mut Told) {
    let all = child.rows(ASSESSMENTS);
    let has_number = child.whole().has(assessments::ASSESSMENT_ID);
    let number = if has_number { assessments::ASSESSMENT_ID } else { assessments::ASSESSMENT_AUTHORISATION_DATE };
    let is_one = |a: Row, b: Row| [assessments::CIN_DETAILS_ID, number].into_iter().all(|c| a.is_as(c, b, c));
    let none: Vec<Row> = all.iter().filter(|a| factors(*a).any(|f| f == "21")).collect();
    let has_other = |a: &Row| factors(*a).any(|f| f != "21") && none.iter().any(|b| *b == *a || is_one(*a, *b));
    told.each_breaks(all.iter().filter(has_other));
}
