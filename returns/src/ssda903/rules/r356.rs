//! An episode ends before it begins.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "356",
    level: Level::Error,
    wrong: "The episode ends before the day on which it begins.",
    why: "No time in care can be counted from it, and the episodes around it no longer join.",
    todo: "Correct DECOM or DEC from the placement record.",
    reason: Reason::Data,
    fields: &[ep::DECOM],
    versions: &[Version::always(&[ep::DECOM, ep::DEC], Check::Row(EPISODES, ends_before_it_begins))],
    cases: &[Case {
        about: "the same day is an episode, the day before is not",
        given: "
            Episodes | CHILD | DECOM      | DEC
            >        | 1     | 01/05/2026 | 30/04/2026
                     | 2     | 01/05/2026 | 01/05/2026
                     | 3     | 01/05/2026 |
            ?        | 4     | 31/06/2026 | 01/07/2026
        ",
    }],
};
fn ends_before_it_begins(e: Row) -> Answer {
    Ok(before(e.day(ep::DEC)?, e.day(ep::DECOM)?))
}
