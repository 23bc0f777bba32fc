//! An assessment before its referral.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "1103",
    level: Level::Error,
    wrong: "The assessment began before the day of its referral.",
    why: "An assessment answers a referral: the 45 working days are counted from there.",
    todo: "Correct the day of the assessment or of the referral, or move the assessment to the right referral.",
    reason: Reason::Guidance,
    fields: &[assessments::ASSESSMENT_ACTUAL_START_DATE, details::CIN_REFERRAL_DATE],
    versions: &[Version::always(
        &[
            assessments::LA_CHILD_ID,
            assessments::CIN_DETAILS_ID,
            assessments::ASSESSMENT_ACTUAL_START_DATE,
            details::LA_CHILD_ID,
            details::CIN_DETAILS_ID,
            details::CIN_REFERRAL_DATE,
        ],
        Check::Child(began_before_the_referral),
    )],
    cases: &[Case {
        about: "only the referral that it belongs to counts",
        given: "
            CINdetails  | LAchildID | CINdetailsID | CINreferralDate
            >           | 1         | 1            | 2025-05-02
                        | 1         | 2            | 2025-09-01
            Assessments | LAchildID | CINdetailsID | AssessmentActualStartDate
            >           | 1         | 1            | 2025-05-01
                        | 1         | 2            | 2025-09-01
            ?           | 1         | 2            | 01/09/2025
        ",
    }],
};
fn began_before_the_referral(child: Child, told: &mut Told) {
    for assessment in child.rows(ASSESSMENTS) {
        for referral in
            linked(child.rows(CIN_DETAILS), details::CIN_DETAILS_ID, assessment, assessments::CIN_DETAILS_ID)
        {
            told.ask(&[assessment, referral], || {
                let began = assessment.day(assessments::ASSESSMENT_ACTUAL_START_DATE)?;
                Ok(before(began, referral.day(details::CIN_REFERRAL_DATE)?))
            });
        }
    }
}
