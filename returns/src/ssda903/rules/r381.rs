//! From a temporary placement the child comes back.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "381",
    level: Level::Error,
    wrong: "The child left care from a temporary placement.",
    why: "The placement that the child left care from is not told.",
    todo: "Give the placement that the child was away from, or correct REC.",
    reason: Reason::Data,
    fields: &[ep::PLACE, ep::REC],
    versions: &[Version::always(
        &[ep::REC, ep::PLACE],
        Check::Row(EPISODES, |e| Ok(is_temporary(e) && has_left_care(e))),
    )],
    cases: &[Case {
        about: "another episode follows",
        given: "
            Episodes | CHILD | PLACE | REC
            >        | 1     | T1    | E4A
                     | 2     | T1    | X1
                     | 3     | T1    |
                     | 4     | U6    | E4A
        ",
    }],
};
