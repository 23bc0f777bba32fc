//! Two assessments at once.
//!
//! What is at once is not published: within one case where the return says which it is, and the day of authorisation is
//! free for the next.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8863Q",
    level: Level::Query,
    wrong: "An assessment began while another of the same case was going on.",
    why: "What is found in the meantime belongs into the assessment that is open; two at once look like one that was entered twice.",
    todo: "Correct the days, take out the assessment that was entered twice, or say why there are two.",
    reason: Reason::Data,
    fields: &[assessments::ASSESSMENT_ACTUAL_START_DATE, assessments::ASSESSMENT_AUTHORISATION_DATE],
    versions: &[Version::always(
        &[
            assessments::LA_CHILD_ID,
            assessments::ASSESSMENT_ACTUAL_START_DATE,
            assessments::ASSESSMENT_AUTHORISATION_DATE,
        ],
        Check::Child(at_once),
    )
    .may_read(&[assessments::CIN_DETAILS_ID])],
    cases: &[
        Case {
            about: "on the day on which one is authorised the next may begin",
            given: "
                Assessments | LAchildID | CINdetailsID | AssessmentActualStartDate | AssessmentAuthorisationDate
                >           | 1         | 1            | 2026-05-01                | 2026-06-01
                >           | 1         | 1            | 2026-05-20                |
                            | 1         | 2            | 2026-05-20                |
                            | 2         | 1            | 2026-05-01                | 2026-06-01
                            | 2         | 1            | 2026-06-01                |
                >           | 3         | 1            | 2026-05-01                |
                >           | 3         | 1            | 2026-05-01                |
                            | 4         | 1            |                           |
                            | 4         | 1            | 2026-05-01                |
                ?           | 5         | 1            | 2026-05-01                | soon
                            | 5         | 1            | 2026-05-02                |
            ",
        },
        Case {
            about: "where no case is named, all of a child's are looked at together",
            given: "
                Assessments | LAchildID | AssessmentActualStartDate | AssessmentAuthorisationDate
                >           | 1         | 2026-05-01                | 2026-06-01
                >           | 1         | 2026-05-20                |
                            | 2         | 2026-05-20                |
            ",
        },
    ],
};
fn at_once(child: Child, told: &mut Told) {
    let from = assessments::ASSESSMENT_ACTUAL_START_DATE;
    let all = told.in_order(child.rows(ASSESSMENTS), from);
    for of_case in by_referral(child, all, assessments::CIN_DETAILS_ID) {
        overlaps(told, &of_case, from, |a| end(a, assessments::ASSESSMENT_AUTHORISATION_DATE), Date::lt);
    }
}
