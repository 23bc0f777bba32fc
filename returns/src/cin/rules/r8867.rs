//! Closed with an assessment that is open.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8867",
    level: Level::Error,
    wrong: "The case was closed, and an assessment of it was never authorised.",
    why: "Nobody may close a case on what has not been found yet.",
    todo: "Give the day on which the assessment was authorised, or take the closure out.",
    reason: Reason::Guidance,
    fields: &[details::CIN_CLOSURE_DATE, assessments::ASSESSMENT_AUTHORISATION_DATE],
    versions: &[Version::always(
        &[
            details::LA_CHILD_ID,
            details::CIN_DETAILS_ID,
            details::CIN_CLOSURE_DATE,
            assessments::LA_CHILD_ID,
            assessments::CIN_DETAILS_ID,
            assessments::ASSESSMENT_AUTHORISATION_DATE,
        ],
        Check::Child(|child, told| {
            with_its_referral(child, told, assessments::CIN_DETAILS_ID, |assessment, case| {
                let is_open = assessment.is_blank(assessments::ASSESSMENT_AUTHORISATION_DATE);
                Ok(is_open && case.is_filled(details::CIN_CLOSURE_DATE))
            });
        }),
    )],
    cases: &[Case {
        about: "assessments of an open case may be open",
        given: "
                CINdetails | LAchildID | CINdetailsID | CINclosureDate
                >          | 1         | 1            | 2026-06-01
                           | 1         | 2            |
                           | 2         | 1            | 2026-06-01
                Assessments | LAchildID | CINdetailsID | AssessmentAuthorisationDate
                >           | 1         | 1            |
                            | 1         | 1            | 2026-05-01
                            | 1         | 2            |
                            | 2         | 1            | 2026-05-01
                            | 3         | 1            |
            ",
    }],
};
