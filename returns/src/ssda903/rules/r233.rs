//! The reason for a move belongs to the episode that the move ended.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "233",
    level: Level::Error,
    wrong: "A reason for a change of placement is given with an episode that goes on.",
    why: "A move that has not happened would be counted.",
    todo: "Give DEC and REC if the child moved; else blank REASON_PLACE_CHANGE.",
    reason: Reason::Data,
    fields: &[ep::REASON_PLACE_CHANGE],
    versions: &[Version::since(
        2026,
        &[ep::DEC, ep::REASON_PLACE_CHANGE],
        Check::Row(EPISODES, |e| Ok(e.is_blank(ep::DEC) && e.is_filled(ep::REASON_PLACE_CHANGE))),
    )],
    cases: &[Case {
        about: "an episode that ended may have one",
        given: "
            Episodes | CHILD | DEC        | REASON_PLACE_CHANGE
            >        | 1     |            | CARPL
                     | 2     | 01/05/2026 | CARPL
                     | 3     |            |
                     | 4     | 01/05/2026 |
        ",
    }],
};
