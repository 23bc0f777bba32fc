//! Police protection ends after 72 hours (Children Act 1989 s46(6)). The return has no hours, so three
//! days pass and four do not. Episodes that each begin when the one before ends are one stay.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "361",
    level: Level::Error,
    wrong: "The child was in police protection for longer than 72 hours.",
    why: "The police may not keep a child longer without an order of the court.",
    todo: "Correct the legal status or the days; the time after it needs a status of its own.",
    reason: Reason::Law,
    fields: &[ep::DECOM, ep::LS, ep::DEC],
    versions: &[Version::always(
        &[ep::CHILD, ep::DECOM, ep::DEC, ep::LS],
        Check::Child(|child, told| stays_longer_than(child, told, "L1", 3)),
    )],
    cases: &[Case {
        about: "episodes that join are one stay; an open one lasts to 31 March",
        given: "
            Episodes | CHILD | DECOM      | DEC        | LS
                     | 1     | 01/05/2026 | 04/05/2026 | L1
            >        | 2     | 01/05/2026 | 05/05/2026 | L1
            >        | 3     | 01/05/2026 | 04/05/2026 | L1
            >        | 3     | 04/05/2026 | 05/05/2026 | L1
                     | 4     | 01/05/2026 | 04/05/2026 | L1
                     | 4     | 05/05/2026 | 06/05/2026 | L1
            >        | 5     | 01/05/2026 |            | L1
                     | 6     | 29/03/2027 |            | L1
                     | 7     | 01/05/2026 |            | C2
            ?        | 8     | 01/05/2026 | 31/04/2026 | L1
        ",
    }],
};
