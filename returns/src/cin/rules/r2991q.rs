//! An enquiry without an assessment.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "2991Q",
    level: Level::Query,
    wrong: "A section 47 enquiry stands in a case that has no assessment.",
    why: "The enquiry is carried out by way of an assessment: without one nobody can say what was found.",
    todo: "Give the assessment of the case, or say why there was none.",
    reason: Reason::Guidance,
    fields: &[s47::CIN_DETAILS_ID],
    versions: &[Version::always(
        &[s47::LA_CHILD_ID, s47::CIN_DETAILS_ID, assessments::LA_CHILD_ID, assessments::CIN_DETAILS_ID],
        Check::Child(is_without_assessment),
    )],
    cases: &[Case {
        about: "in the same case; an enquiry that hangs on no referral has no assessment either",
        given: "
                Section47 | LAchildID | CINdetailsID
                          | 1         | 1
                >         | 1         | 2
                >         | 2         | 1
                >         | 1         |
                Assessments | LAchildID | CINdetailsID
                            | 1         | 1
                            | 1         |
                            | 3         | 2
            ",
    }],
};
fn is_without_assessment(child: Child, told: &mut Told) {
    let has_none = |enquiry: &Row| {
        let assessed = child.rows(ASSESSMENTS);
        linked(assessed, assessments::CIN_DETAILS_ID, *enquiry, s47::CIN_DETAILS_ID).next().is_none()
    };
    told.each_breaks(child.rows(SECTION_47).iter().filter(has_none));
}
