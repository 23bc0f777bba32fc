//! The reason for the change of placement, spelt as in the guide. A blank is no wrong code.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "1009",
    level: Level::Error,
    wrong: "The reason for the change of placement is filled with something that is no code of the return.",
    why: "Why placements break down is learnt from this code alone.",
    todo: "Give one of the codes of the guide, such as CARPL, or blank it where no reason is asked for.",
    reason: Reason::Data,
    fields: &[ep::REASON_PLACE_CHANGE],
    versions: &[Version::always(
        &[ep::REASON_PLACE_CHANGE],
        Check::Row(EPISODES, |e| Ok(is_no_code(e, ep::REASON_PLACE_CHANGE, "s903.reason_placement_change"))),
    )],
    cases: &[Case {
        about: "small letters are no code, blank is another matter",
        given: "
            Episodes | CHILD | REASON_PLACE_CHANGE
                     | 1     | CARPL
            >        | 2     | carpl
            >        | 3     | MOVED
                     | 4     |
        ",
    }],
};
