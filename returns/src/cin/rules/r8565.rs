//! Activity after the case was closed.
//!
//! A known validator stops where one of the tables has nothing to tell; here each is asked by itself.
use super::prelude::*;
use crate::check::Column;

pub const RULE: Rule = Rule {
    code: "8565",
    level: Level::Error,
    wrong: "Something was begun, held or ended after the day on which the case was closed.",
    why: "Either the case was open longer, or the child was referred anew and the work belongs to that referral.",
    todo: "Correct the day of closure or of the work, or move the work to the referral that it belongs to.",
    reason: Reason::Data,
    fields: &[
        details::CIN_CLOSURE_DATE,
        details::DATE_OF_INITIAL_CPC,
        s47::DATE_OF_INITIAL_CPC,
        assessments::ASSESSMENT_ACTUAL_START_DATE,
        assessments::ASSESSMENT_AUTHORISATION_DATE,
        s47::S47_ACTUAL_START_DATE,
        cpp::CPP_END_DATE,
        cin_plan::CIN_PLAN_START_DATE,
        cin_plan::CIN_PLAN_END_DATE,
    ],
    versions: &[Version::always(
        &[
            details::LA_CHILD_ID,
            details::CIN_DETAILS_ID,
            details::CIN_CLOSURE_DATE,
            assessments::LA_CHILD_ID,
            assessments::CIN_DETAILS_ID,
            assessments::ASSESSMENT_ACTUAL_START_DATE,
            assessments::ASSESSMENT_AUTHORISATION_DATE,
            s47::LA_CHILD_ID,
            s47::CIN_DETAILS_ID,
            s47::S47_ACTUAL_START_DATE,
            cpp::LA_CHILD_ID,
            cpp::CIN_DETAILS_ID,
            cpp::CPP_END_DATE,
            cin_plan::LA_CHILD_ID,
            cin_plan::CIN_DETAILS_ID,
            cin_plan::CIN_PLAN_START_DATE,
            cin_plan::CIN_PLAN_END_DATE,
        ],
        Check::Child(goes_on),
    )
    .may_read(&[details::DATE_OF_INITIAL_CPC, s47::DATE_OF_INITIAL_CPC, cpp::CPP_START_DATE])],
    cases: &[Case {
        about: "what ended with the case is in order",
        given: "
                CINdetails | LAchildID | CINdetailsID | CINclosureDate | DateOfInitialCPC
                >          | 1         | 1            | 2026-06-01     |
                           | 1         | 2            | 2026-09-01     |
                           | 2         | 1            |                | 2026-08-01
                >          | 3         | 1            | 2026-06-01     | 2026-06-02
                           | 4         | 1            | 2026-06-01     | 2026-05-01
                >          | 5         | 1            | 2026-06-01     |
                Assessments | LAchildID | CINdetailsID | AssessmentActualStartDate | AssessmentAuthorisationDate
                >           | 1         | 1            | 2026-05-02                | 2026-06-02
                            | 1         | 2            | 2026-08-02                | 2026-09-01
                Section47 | LAchildID | CINdetailsID | S47ActualStartDate | DateOfInitialCPC
                          | 2         | 1            | 2026-07-01         | 2026-08-01
                CINplanDates | LAchildID | CINdetailsID | CINPlanStartDate | CINPlanEndDate
                             | 4         | 1            | 2026-05-01       | 2026-06-01
                ChildProtectionPlans | LAchildID | CINdetailsID | CPPstartDate | CPPendDate
                >                    | 5         | 1            | 2026-06-02   |
                                     | 4         | 1            | 2026-06-01   |
            ",
    }],
};
/// The days of each table that say that work went on. The first day of a child protection plan is no field of the
/// published rule; it says so as much as the others do.
const WORK: &[(Column, &[Column])] = &[
    (
        assessments::CIN_DETAILS_ID,
        &[assessments::ASSESSMENT_ACTUAL_START_DATE, assessments::ASSESSMENT_AUTHORISATION_DATE],
    ),
    (s47::CIN_DETAILS_ID, &[s47::S47_ACTUAL_START_DATE, s47::DATE_OF_INITIAL_CPC]),
    (cpp::CIN_DETAILS_ID, &[cpp::CPP_START_DATE, cpp::CPP_END_DATE]),
    (cin_plan::CIN_DETAILS_ID, &[cin_plan::CIN_PLAN_START_DATE, cin_plan::CIN_PLAN_END_DATE]),
];
fn goes_on(child: Child, told: &mut Told) {
    for (own, days) in WORK {
        with_its_referral(child, told, *own, |row, referral| any_after_the_closure(row, days, referral));
    }
    for referral in child.rows(CIN_DETAILS) {
        told.ask(&[referral], || any_after_the_closure(referral, &[details::DATE_OF_INITIAL_CPC], referral));
    }
}
fn any_after_the_closure(row: Row, days: &[Column], referral: Row) -> Answer {
    let closed = referral.day(details::CIN_CLOSURE_DATE)?;
    any(days, |day| Ok(row.whole().has(day) && before(closed, row.day(day)?)))
}
