//! Reviews without a first meeting.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "PP11",
    level: Level::Query,
    wrong: "Review meetings were held, and there is no first meeting to review.",
    why: "Meetings review what the first one agreed with the parents: its day is missing, or the number is wrong.",
    todo: "Give the day of the first meeting, or correct the number.",
    reason: Reason::Ours,
    fields: &[pre_proceedings::INITIAL_PP_MEETING_DATE, pre_proceedings::REVIEW_MEETINGS_COUNT],
    versions: &[Version::since(
        PRE_PROCEEDINGS_SINCE,
        &[pre_proceedings::INITIAL_PP_MEETING_DATE, pre_proceedings::REVIEW_MEETINGS_COUNT],
        Check::Row(PRE_PROCEEDINGS, reviews_nothing),
    )],
    cases: &[Case {
        about: "no reviews need no first meeting",
        given: "
                PreProceedings | LAchildID | InitialPPMeetingDate | ReviewMeetingsCount
                >              | 1         |                      | 1
                               | 2         |                      | 0
                               | 3         | 2026-09-10           | 2
                               | 4         |                      |
                ?              | 5         |                      | two
            ",
    }],
};
fn reviews_nothing(proceedings: Row) -> Answer {
    let was_held = proceedings.is_filled(pre_proceedings::INITIAL_PP_MEETING_DATE);
    let reviews = proceedings.number(pre_proceedings::REVIEW_MEETINGS_COUNT)?;
    Ok(!was_held && reviews.is_some_and(|n| n > 0.0))
}
