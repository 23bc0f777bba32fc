//! Nothing found, and another reason for closure.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8873Q",
    level: Level::Query,
    wrong: "The only assessment of the case found no factors, and the case was closed for another reason than RC8 or RC9.",
    why: "Where nothing was found the case ends after the assessment: another reason says that more was done for the child.",
    todo: "Correct the factors or the reason for closure, or say why both are right.",
    reason: Reason::Data,
    fields: &[details::REASON_FOR_CLOSURE, assessments::ASSESSMENT_FACTORS],
    versions: &[Version::always(
        &[
            assessments::LA_CHILD_ID,
            assessments::CIN_DETAILS_ID,
            assessments::ASSESSMENT_FACTORS,
            details::LA_CHILD_ID,
            details::CIN_DETAILS_ID,
            details::REASON_FOR_CLOSURE,
        ],
        Check::Child(ended_otherwise),
    )
    .may_read(&[assessments::ASSESSMENT_AUTHORISATION_DATE])],
    cases: &[Case {
        about: "the only assessment, nothing but 21, done, and the case closed",
        given: "
                Assessments | LAchildID | CINdetailsID | AssessmentFactors | AssessmentAuthorisationDate
                >           | 1         | 1            | 21                | 2026-05-01
                            | 1         | 2            | 21                | 2026-05-01
                            | 2         | 1            | 21,1A             | 2026-05-01
                            | 3         | 1            | 21                | 2026-05-01
                            | 3         | 1            | 1A                | 2026-06-01
                            | 4         | 1            | 21                | 2026-05-01
                            | 5         | 1            | 21                |
                            | 6         | 1            |                   | 2026-05-01
                CINdetails | LAchildID | CINdetailsID | ReasonForClosure
                >          | 1         | 1            | RC7
                           | 1         | 2            | RC8
                           | 2         | 1            | RC7
                           | 3         | 1            | RC7
                           | 4         | 1            |
                           | 5         | 1            | RC7
                           | 6         | 1            | RC7
            ",
    }],
};
/// A case that is open has no reason yet. Whether the assessment is done is asked where the return says so.
fn ended_otherwise(child: Child, told: &mut Told) {
    let done = assessments::ASSESSMENT_AUTHORISATION_DATE;
    let is_done = |a: Row| !child.whole().has(done) || a.is_filled(done);
    let only: Vec<Row> = grouped(child.rows(ASSESSMENTS), assessments::CIN_DETAILS_ID)
        .into_iter()
        .filter(|of_case| of_case.len() == 1)
        .flatten()
        .filter(|a| is_done(*a) && factors(*a).eq(["21"]))
        .collect();
    for assessment in only {
        let cases = child.rows(CIN_DETAILS);
        for case in linked(cases, details::CIN_DETAILS_ID, assessment, assessments::CIN_DETAILS_ID) {
            let is_closed = case.is_filled(details::REASON_FOR_CLOSURE);
            let fits = case.is(details::REASON_FOR_CLOSURE, CLOSED_AFTER_ASSESSMENT);
            told.ask(&[assessment, case], || Ok(is_closed && !fits));
        }
    }
}
