//! A step before pre-proceedings began.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "PP04",
    level: Level::Error,
    wrong: "A letter, a meeting, a decision or an application in the pre-proceedings lies before their first day.",
    why: "How long the family had before the case went to court cannot be counted.",
    todo: "Correct the first day, or the day of the step.",
    reason: Reason::Ours,
    fields: &[
        pre_proceedings::PP_START_DATE,
        pre_proceedings::LBP_SENT_DATE,
        pre_proceedings::INITIAL_PP_MEETING_DATE,
        pre_proceedings::STEP_DECISION_DATE,
        pre_proceedings::COURT_APP_DATE,
        pre_proceedings::LETTER_INIT_CP_DATE,
    ],
    versions: &[Version::since(
        PRE_PROCEEDINGS_SINCE,
        &[
            pre_proceedings::PP_START_DATE,
            pre_proceedings::LBP_SENT_DATE,
            pre_proceedings::INITIAL_PP_MEETING_DATE,
            pre_proceedings::STEP_DECISION_DATE,
            pre_proceedings::COURT_APP_DATE,
            pre_proceedings::LETTER_INIT_CP_DATE,
        ],
        Check::Row(PRE_PROCEEDINGS, has_a_step_before),
    )],
    cases: &[Case {
        about: "the first day itself is in order",
        given: "
                PreProceedings | LAchildID | PPStartDate | LBPSentDate | InitialPPMeetingDate | StepDecisionDate
                               | 1         | 2026-09-01  | 2026-09-01  | 2026-09-10           | 2026-12-01
                >              | 2         | 2026-09-01  | 2026-08-31  |                      |
                >              | 3         | 2026-09-01  |             | 2026-08-31           |
                >              | 4         | 2026-09-01  |             |                      | 2026-08-31
                               | 5         |             | 2026-08-31  |                      |
                ?              | 6         | 2026-09-01  | in May      |                      |
                >              | 7         | 2026-09-01  | in May      | 2026-08-31           |
                PreProceedings | LAchildID | PPStartDate | CourtAppDate | LetterInitCPDate
                               | 8         | 2026-09-01  | 2026-12-10   | 2027-01-10
                >              | 9         | 2026-09-01  | 2026-08-31   |
                >              | 10        | 2026-09-01  |              | 2026-08-31
            ",
    }],
};
fn has_a_step_before(proceedings: Row) -> Answer {
    let began = proceedings.day(pre_proceedings::PP_START_DATE)?;
    any(STEPS, |step| Ok(before(proceedings.day(step)?, began)))
}
