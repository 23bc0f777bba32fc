//! More than one open assessment.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8896",
    level: Level::Error,
    wrong: "Two or more assessments of one case were not authorised.",
    why: "Of two open ones one was most likely entered twice or forgotten, and the child waits for its end.",
    todo: "Give the day on which each was authorised, or take out the one that was entered twice.",
    reason: Reason::Data,
    fields: &[assessments::ASSESSMENT_AUTHORISATION_DATE],
    versions: &[Version::always(
        &[assessments::LA_CHILD_ID, assessments::CIN_DETAILS_ID, assessments::ASSESSMENT_AUTHORISATION_DATE],
        Check::Child(several_open),
    )],
    cases: &[Case {
        about: "within one case",
        given: "
                Assessments | LAchildID | CINdetailsID | AssessmentAuthorisationDate
                >           | 1         | 1            |
                >           | 1         | 1            |
                            | 1         | 1            | 2026-05-01
                            | 1         | 2            |
                            | 2         | 1            |
            ",
    }],
};
fn several_open(child: Child, told: &mut Told) {
    let open = child.rows(ASSESSMENTS).iter().filter(|a| a.is_blank(assessments::ASSESSMENT_AUTHORISATION_DATE));
    for of_case in grouped(open, assessments::CIN_DETAILS_ID) {
        one_may_be_open(told, &of_case);
    }
}
