//! Activity in a case that ended with its assessment.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "2990",
    level: Level::Error,
    wrong: "The case was closed after an assessment with nothing to follow, and yet a plan, an enquiry or a conference stands in it.",
    why: "Either the child had more help than the reason for closure says, or the plan belongs to another case.",
    todo: "Correct the reason for closure, or move or take out what stands in the case.",
    reason: Reason::Data,
    fields: &[details::REASON_FOR_CLOSURE],
    versions: &[Version::always(
        &[
            details::LA_CHILD_ID,
            details::CIN_DETAILS_ID,
            details::REASON_FOR_CLOSURE,
            details::DATE_OF_INITIAL_CPC,
            cin_plan::LA_CHILD_ID,
            cin_plan::CIN_DETAILS_ID,
            s47::LA_CHILD_ID,
            s47::CIN_DETAILS_ID,
            cpp::LA_CHILD_ID,
            cpp::CIN_DETAILS_ID,
        ],
        Check::Child(had_more),
    )],
    cases: &[Case {
        about: "what stands in another case of the child is in order",
        given: "
                CINdetails | LAchildID | CINdetailsID | ReasonForClosure | DateOfInitialCPC
                >          | 1         | 1            | RC8              |
                           | 1         | 2            | RC7              |
                >          | 2         | 1            | RC9              | 2026-05-26
                           | 3         | 1            | RC9              |
                CINplanDates | LAchildID | CINdetailsID
                >            | 1         | 1
                             | 1         | 2
                             | 4         | 1
                Section47 | LAchildID | CINdetailsID
                >         | 1         | 1
                ChildProtectionPlans | LAchildID | CINdetailsID
                                     | 1         | 2
            ",
    }],
};
fn had_more(child: Child, told: &mut Told) {
    for own in [cin_plan::CIN_DETAILS_ID, s47::CIN_DETAILS_ID, cpp::CIN_DETAILS_ID] {
        with_its_referral(child, told, own, |_, referral| Ok(ended_with_its_assessment(referral)));
    }
    let has_conference = |r: &Row| ended_with_its_assessment(*r) && r.is_filled(details::DATE_OF_INITIAL_CPC);
    told.each_breaks(child.rows(CIN_DETAILS).iter().filter(has_conference));
}
fn ended_with_its_assessment(referral: Row) -> bool {
    referral.is(details::REASON_FOR_CLOSURE, CLOSED_AFTER_ASSESSMENT)
}
