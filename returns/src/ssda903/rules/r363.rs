//! A child assessment order lasts seven days at most (Children Act 1989 s43(5)). Episodes that each begin when the
//! one before ends are one stay.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "363",
    level: Level::Error,
    wrong: "The child assessment order lasted for more than seven days.",
    why: "The court cannot make such an order for longer.",
    todo: "Correct the legal status or the days; the time after it needs a status of its own.",
    reason: Reason::Law,
    fields: &[ep::LS, ep::DECOM, ep::DEC],
    versions: &[Version::always(
        &[ep::CHILD, ep::DECOM, ep::DEC, ep::LS],
        Check::Child(|child, told| stays_longer_than(child, told, "L3", 7)),
    )],
    cases: &[Case {
        about: "episodes that join are one stay; an open one lasts to 31 March",
        given: "
            Episodes | CHILD | DECOM      | DEC        | LS
                     | 1     | 01/05/2026 | 08/05/2026 | L3
            >        | 2     | 01/05/2026 | 09/05/2026 | L3
            >        | 3     | 01/05/2026 | 08/05/2026 | L3
            >        | 3     | 08/05/2026 | 09/05/2026 | L3
                     | 4     | 01/05/2026 | 08/05/2026 | L3
                     | 4     | 09/05/2026 | 10/05/2026 | L3
            >        | 5     | 01/05/2026 |            | L3
                     | 6     | 25/03/2027 |            | L3
                     | 7     | 01/05/2026 |            | C2
            ?        | 8     | 01/05/2026 | 31/04/2026 | L3
        ",
    }],
};
