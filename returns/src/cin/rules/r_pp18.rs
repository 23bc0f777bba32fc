//! Pre-proceedings after the case was closed.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "PP18",
    level: Level::Error,
    wrong: "Pre-proceedings began, or a step of them was taken, after the day on which the case was closed.",
    why: "A child on the way to court is a child in need: the case was open longer, or the work belongs to a later referral.",
    todo: "Correct the day of closure or of the step, or move the pre-proceedings to the referral that they belong to.",
    reason: Reason::Ours,
    fields: &[
        pre_proceedings::PP_START_DATE,
        pre_proceedings::LBP_SENT_DATE,
        pre_proceedings::INITIAL_PP_MEETING_DATE,
        pre_proceedings::STEP_DECISION_DATE,
        pre_proceedings::COURT_APP_DATE,
        pre_proceedings::LETTER_INIT_CP_DATE,
        details::CIN_CLOSURE_DATE,
    ],
    versions: &[Version::since(
        PRE_PROCEEDINGS_SINCE,
        &[
            pre_proceedings::LA_CHILD_ID,
            pre_proceedings::CIN_DETAILS_ID,
            pre_proceedings::PP_START_DATE,
            pre_proceedings::LBP_SENT_DATE,
            pre_proceedings::INITIAL_PP_MEETING_DATE,
            pre_proceedings::STEP_DECISION_DATE,
            pre_proceedings::COURT_APP_DATE,
            pre_proceedings::LETTER_INIT_CP_DATE,
            details::LA_CHILD_ID,
            details::CIN_DETAILS_ID,
            details::CIN_CLOSURE_DATE,
        ],
        Check::Child(goes_on),
    )],
    cases: &[Case {
        about: "a step on the day of closure is in order",
        given: "
                CINdetails | LAchildID | CINdetailsID | CINclosureDate
                >          | 1         | 1            | 2026-09-01
                >          | 2         | 1            | 2026-09-01
                           | 3         | 1            | 2026-09-01
                           | 4         | 1            |
                PreProceedings | LAchildID | CINdetailsID | PPStartDate | InitialPPMeetingDate | StepDecisionDate
                >              | 1         | 1            | 2026-09-02  |                      |
                >              | 2         | 1            | 2026-05-01  |                      | 2026-09-02
                               | 3         | 1            | 2026-05-01  |                      | 2026-09-01
                               | 4         | 1            | 2026-05-01  |                      | 2026-09-02
                PreProceedings | LAchildID | CINdetailsID | LBPSentDate | CourtAppDate | LetterInitCPDate
                               | 3         | 1            | 2026-05-02  |              |
            ",
    }],
};
fn goes_on(child: Child, told: &mut Told) {
    with_its_referral(child, told, pre_proceedings::CIN_DETAILS_ID, |proceedings, case| {
        let closed = case.day(details::CIN_CLOSURE_DATE)?;
        let is_later = |day| Ok(before(closed, proceedings.day(day)?));
        Ok(is_later(pre_proceedings::PP_START_DATE)? || any(STEPS, is_later)?)
    });
}
