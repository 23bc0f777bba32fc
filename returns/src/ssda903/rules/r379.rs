//! A temporary placement for any other reason.
use super::{ages::has_lasted_more_than, prelude::*};

pub const RULE: Rule = Rule {
    code: "379",
    level: Level::Error,
    wrong: "The temporary placement of type T4 lasted more than seven days.",
    why: "The code is for a week at most; a longer stay is a move for the child, and moves must be seen.",
    todo: "Check the days; if they are right, show it as a placement of its own.",
    reason: Reason::Guidance,
    fields: &[ep::DECOM, ep::PLACE],
    versions: &[Version::always(
        &[ep::DECOM, ep::DEC, ep::PLACE],
        Check::Row(EPISODES, |e| has_lasted_more_than(7, e, "T4")),
    )],
    cases: &[Case {
        about: "seven days",
        given: "
            Episodes | DECOM      | DEC        | PLACE
            >        | 01/05/2026 | 09/05/2026 | T4
                     | 01/05/2026 | 08/05/2026 | T4
                     | 01/05/2026 | 09/05/2026 | T3
                     | 01/05/2026 |            | T4
            ?        | 31/04/2026 | 09/05/2026 | T4
        ",
    }],
};
