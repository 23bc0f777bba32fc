//! The first meeting before its letter.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "PP06",
    level: Level::Query,
    wrong: "The first pre-proceedings meeting was held before the letter before proceedings was sent, or without one.",
    why: "The letter tells the parents what the worries are, and that they may bring a lawyer without cost: the meeting is held on it.",
    todo: "Correct the days, or give the day of the letter; say why if there was none.",
    reason: Reason::Ours,
    fields: &[pre_proceedings::LBP_SENT_DATE, pre_proceedings::INITIAL_PP_MEETING_DATE],
    versions: &[Version::since(
        PRE_PROCEEDINGS_SINCE,
        &[pre_proceedings::LBP_SENT_DATE, pre_proceedings::INITIAL_PP_MEETING_DATE],
        Check::Row(PRE_PROCEEDINGS, was_held_without_a_letter),
    )],
    cases: &[Case {
        about: "the same day is in order",
        given: "
                PreProceedings | LAchildID | LBPSentDate | InitialPPMeetingDate
                >              | 1         | 2026-09-10  | 2026-09-09
                               | 2         | 2026-09-10  | 2026-09-10
                >              | 3         |             | 2026-09-10
                               | 4         | 2026-09-10  |
                               | 5         |             |
                ?              | 6         | 2026-09-31  | 2026-09-10
            ",
    }],
};
fn was_held_without_a_letter(proceedings: Row) -> Answer {
    let Some(held) = proceedings.day(pre_proceedings::INITIAL_PP_MEETING_DATE)? else { return Ok(false) };
    Ok(proceedings.day(pre_proceedings::LBP_SENT_DATE)?.is_none_or(|sent| held < sent))
}
