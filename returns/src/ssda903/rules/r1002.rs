//! A care leaver has left care: somewhere an episode must have ended. Without an earlier return it is not asked, for
//! whoever left before this year would be reported.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "1002",
    level: Level::Error,
    wrong: "There is care leaver information, but no return that is given shows an episode that ended.",
    why: "Nobody is a care leaver who was never looked after.",
    todo: "Check the id; if the young person left care in an earlier year, explain it.",
    reason: Reason::Data,
    fields: LEAVER,
    versions: &[Version::always(&[oc3::CHILD, ep::CHILD, ep::DEC], Check::Child(never_left_care))
        .may_read(LEAVER)
        .needs_prior(&[ep::CHILD, ep::DEC])],
    cases: &[Case {
        about: "an episode of any year that ended",
        given: "
                OC3             | CHILD | IN_TOUCH
                                | 1     | YES
                                | 2     | YES
                                | 3     | YES
                >               | 4     | YES
                >               | 5     | YES
                                | 6     |
                Episodes        | CHILD | DEC
                                | 1     | 01/05/2026
                                | 4     |
                Episodes_last   | CHILD | DEC
                                | 2     | 01/05/2025
                                | 4     |
                Episodes_before | CHILD | DEC
                                | 3     | 01/05/2024

            ",
    }],
};
fn never_left_care(child: Child, told: &mut Told) {
    if !child.rows(EPISODES).iter().chain(child.before(EPISODES)).any(|e| e.is_filled(ep::DEC)) {
        told.each_breaks(child.rows(OC3).iter().filter(|o| has_leaver_information(*o)));
    }
}
