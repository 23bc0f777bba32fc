//! A stay elsewhere while the foster carers are on holiday.
use super::{ages::has_lasted_more_than, prelude::*};

pub const RULE: Rule = Rule {
    code: "376",
    level: Level::Error,
    wrong: "The stay while the foster carers were on holiday lasted more than three weeks, and is shown as a \
        temporary placement.",
    why: "So long a stay is a move for the child, and moves must be seen.",
    todo: "Check the days; if they are right, show it as a placement of its own.",
    reason: Reason::Guidance,
    fields: &[ep::DECOM, ep::PLACE],
    versions: &[Version::always(
        &[ep::DECOM, ep::DEC, ep::PLACE],
        Check::Row(EPISODES, |e| has_lasted_more_than(21, e, "T3")),
    )],
    cases: &[Case {
        about: "21 days are three weeks",
        given: "
            Episodes | DECOM      | DEC        | PLACE
            >        | 01/05/2026 | 23/05/2026 | T3
                     | 01/05/2026 | 22/05/2026 | T3
                     | 01/05/2026 | 23/05/2026 | T2
                     | 01/05/2026 |            | T3
            ?        | 31/04/2026 | 23/05/2026 | T3
        ",
    }],
};
