//! Work on a referral of no further action.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8831",
    level: Level::Error,
    wrong: "The referral is marked as no further action, and an assessment, an enquiry or a conference stands in it.",
    why: "Either the child was helped, and the referral is counted wrongly, or the work belongs to another referral.",
    todo: "Take the mark of no further action away, or move the work to the referral that it belongs to.",
    reason: Reason::Data,
    fields: &[
        assessments::ASSESSMENT_ACTUAL_START_DATE,
        assessments::ASSESSMENT_AUTHORISATION_DATE,
        s47::S47_ACTUAL_START_DATE,
        s47::DATE_OF_INITIAL_CPC,
        details::DATE_OF_INITIAL_CPC,
    ],
    versions: &[Version::always(
        &[
            details::LA_CHILD_ID,
            details::CIN_DETAILS_ID,
            details::REFERRAL_NFA,
            details::DATE_OF_INITIAL_CPC,
            assessments::LA_CHILD_ID,
            assessments::CIN_DETAILS_ID,
            assessments::ASSESSMENT_ACTUAL_START_DATE,
            assessments::ASSESSMENT_AUTHORISATION_DATE,
            s47::LA_CHILD_ID,
            s47::CIN_DETAILS_ID,
            s47::S47_ACTUAL_START_DATE,
            s47::DATE_OF_INITIAL_CPC,
        ],
        Check::Child(was_worked_on),
    )],
    cases: &[Case {
        about: "a module without any day says nothing",
        given: "
                CINdetails | LAchildID | CINdetailsID | ReferralNFA | DateOfInitialCPC
                >          | 1         | 1            | 1           |
                           | 1         | 2            | 0           | 2026-05-02
                >          | 2         | 1            | true        |
                >          | 3         | 1            | 1           | 2026-05-02
                           | 4         | 1            | 1           |
                Assessments | LAchildID | CINdetailsID | AssessmentActualStartDate | AssessmentAuthorisationDate
                >           | 1         | 1            |                           | 2026-05-01
                            | 1         | 2            | 2026-05-01                |
                            | 4         | 1            |                           |
                Section47 | LAchildID | CINdetailsID | S47ActualStartDate | DateOfInitialCPC
                >         | 2         | 1            | 2026-05-01         |
                          | 4         | 1            |                    |
            ",
    }],
};
fn was_worked_on(child: Child, told: &mut Told) {
    let asked: [(_, &[_]); 2] = [
        (
            assessments::CIN_DETAILS_ID,
            &[assessments::ASSESSMENT_ACTUAL_START_DATE, assessments::ASSESSMENT_AUTHORISATION_DATE],
        ),
        (s47::CIN_DETAILS_ID, &[s47::S47_ACTUAL_START_DATE, s47::DATE_OF_INITIAL_CPC]),
    ];
    for (own, days) in asked {
        with_its_referral(child, told, own, |row, referral| {
            Ok(is_yes(referral, details::REFERRAL_NFA) && days.iter().any(|day| row.is_filled(*day)))
        });
    }
    let had_conference = |r: &Row| is_yes(*r, details::REFERRAL_NFA) && r.is_filled(details::DATE_OF_INITIAL_CPC);
    told.each_breaks(child.rows(CIN_DETAILS).iter().filter(had_conference));
}
