//! A step after the census.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "PP05",
    level: Level::Error,
    wrong: "A letter, a meeting, a decision or an application in the pre-proceedings lies after the census year.",
    why: "The census says what happened up to 31 March: what comes later belongs to the next one.",
    todo: "Correct the day of the step, or leave it blank until the next census.",
    reason: Reason::Ours,
    fields: &[
        pre_proceedings::LBP_SENT_DATE,
        pre_proceedings::INITIAL_PP_MEETING_DATE,
        pre_proceedings::STEP_DECISION_DATE,
        pre_proceedings::COURT_APP_DATE,
        pre_proceedings::LETTER_INIT_CP_DATE,
    ],
    versions: &[Version::since(
        PRE_PROCEEDINGS_SINCE,
        &[
            pre_proceedings::LBP_SENT_DATE,
            pre_proceedings::INITIAL_PP_MEETING_DATE,
            pre_proceedings::STEP_DECISION_DATE,
            pre_proceedings::COURT_APP_DATE,
            pre_proceedings::LETTER_INIT_CP_DATE,
            header::REFERENCE_DATE,
        ],
        Check::Row(PRE_PROCEEDINGS, |p| any(STEPS, |step| is_after_census_year(p, step))),
    )],
    cases: &[Case {
        about: "the last day of the year is within it",
        given: "
                Header | ReferenceDate
                       | 2027-03-31
                PreProceedings | LAchildID | LBPSentDate | InitialPPMeetingDate | StepDecisionDate
                               | 1         | 2026-09-01  | 2026-09-10           | 2027-03-31
                >              | 2         | 2026-09-01  | 2026-09-10           | 2027-04-01
                >              | 3         | 2027-04-01  |                      |
                               | 4         |             |                      |
                PreProceedings | LAchildID | CourtAppDate | LetterInitCPDate
                               | 5         | 2026-12-10   | 2027-03-31
                >              | 6         | 2026-12-10   | 2027-04-01
                >              | 7         | 2027-04-01   |
            ",
    }],
};
