//! A stay in hospital as a temporary placement.
use super::{ages::has_lasted_more_than, prelude::*};

pub const RULE: Rule = Rule {
    code: "375",
    level: Level::Error,
    wrong: "The stay in hospital lasted more than six weeks, and is shown as a temporary placement.",
    why: "After six weeks the child is no longer just away from home, and the place they had may not be kept for them.",
    todo: "Check the days; if they are right, show it as a placement of its own (R2).",
    reason: Reason::Guidance,
    fields: &[ep::DECOM, ep::PLACE],
    versions: &[Version::always(
        &[ep::DECOM, ep::DEC, ep::PLACE],
        Check::Row(EPISODES, |e| has_lasted_more_than(42, e, "T1")),
    )],
    cases: &[Case {
        about: "42 days are six weeks",
        given: "
            Episodes | DECOM      | DEC        | PLACE
            >        | 01/05/2026 | 13/06/2026 | T1
                     | 01/05/2026 | 12/06/2026 | T1
                     | 01/05/2026 | 13/06/2026 | R2
                     | 01/05/2026 |            | T1
                     |            | 13/06/2026 | T1
            ?        | 01/05/2026 | 31/06/2026 | T1
        ",
    }],
};
