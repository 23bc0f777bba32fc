//! A short break is no placement that a child could be away from.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "382",
    level: Level::Error,
    wrong: "The child is on short breaks and in a temporary placement.",
    why: "A child on short breaks lives at home: there is no placement to be away from.",
    todo: "Correct the placement type or the legal status.",
    reason: Reason::Data,
    fields: &[ep::LS, ep::PLACE],
    versions: &[Version::always(
        &[ep::LS, ep::PLACE],
        Check::Row(EPISODES, |e| Ok(is_short_break(e) && is_temporary(e))),
    )],
    cases: &[Case {
        about: "both kinds of short breaks",
        given: "
            Episodes | CHILD | LS | PLACE
            >        | 1     | V3 | T0
            >        | 2     | V4 | T3
                     | 3     | C2 | T3
                     | 4     | V3 | U6
        ",
    }],
};
