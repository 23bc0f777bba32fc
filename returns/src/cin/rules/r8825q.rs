//! Closed after an assessment that is not there.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8825Q",
    level: Level::Query,
    wrong: "The case was closed after an assessment, and has no assessment.",
    why: "The reason says that somebody looked at how the child lives: nothing shows that they did.",
    todo: "Give the assessment, or correct the reason for closure.",
    reason: Reason::Guidance,
    fields: &[details::REASON_FOR_CLOSURE],
    versions: &[Version::always(
        &[
            details::LA_CHILD_ID,
            details::CIN_DETAILS_ID,
            details::REASON_FOR_CLOSURE,
            assessments::LA_CHILD_ID,
            assessments::CIN_DETAILS_ID,
        ],
        Check::Child(was_not_assessed),
    )],
    cases: &[Case {
        about: "an assessment of another case is none of this one",
        given: "
                CINdetails | LAchildID | CINdetailsID | ReasonForClosure
                           | 1         | 1            | RC8
                >          | 1         | 2            | RC9
                           | 1         | 3            | RC7
                           | 1         | 4            |
                >          | 2         | 1            | RC8
                Assessments | LAchildID | CINdetailsID
                            | 1         | 1
                            | 3         | 2
            ",
    }],
};
fn was_not_assessed(child: Child, told: &mut Told) {
    let has_none = |case: &Row| {
        let assessed = child.rows(ASSESSMENTS);
        let of_case = linked(assessed, assessments::CIN_DETAILS_ID, *case, details::CIN_DETAILS_ID).next();
        case.is(details::REASON_FOR_CLOSURE, CLOSED_AFTER_ASSESSMENT) && of_case.is_none()
    };
    told.each_breaks(child.rows(CIN_DETAILS).iter().filter(has_none));
}
