//! An emergency protection order lasts eight days and can be extended once by seven (Children Act 1989 s45); the
//! return allows 21 days. Episodes that each begin when the one before ends are one stay.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "362",
    level: Level::Error,
    wrong: "The child was under an emergency protection order for longer than three weeks.",
    why: "The court cannot make or extend such an order for so long.",
    todo: "Correct the legal status or the days; the time after it needs a status of its own.",
    reason: Reason::Law,
    fields: &[ep::DECOM, ep::LS, ep::DEC],
    versions: &[Version::always(
        &[ep::CHILD, ep::DECOM, ep::DEC, ep::LS],
        Check::Child(|child, told| stays_longer_than(child, told, "L2", 21)),
    )],
    cases: &[Case {
        about: "episodes that join are one stay; an open one lasts to 31 March",
        given: "
            Episodes | CHILD | DECOM      | DEC        | LS
                     | 1     | 01/05/2026 | 22/05/2026 | L2
            >        | 2     | 01/05/2026 | 23/05/2026 | L2
            >        | 3     | 01/05/2026 | 22/05/2026 | L2
            >        | 3     | 22/05/2026 | 23/05/2026 | L2
                     | 4     | 01/05/2026 | 22/05/2026 | L2
                     | 4     | 23/05/2026 | 24/05/2026 | L2
            >        | 5     | 01/05/2026 |            | L2
                     | 6     | 11/03/2027 |            | L2
                     | 7     | 01/05/2026 |            | C2
            ?        | 8     | 01/05/2026 | 31/04/2026 | L2
        ",
    }],
};
