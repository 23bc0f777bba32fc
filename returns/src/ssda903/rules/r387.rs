//! Independent too young.
use super::{ages::has_left_younger, prelude::*};

pub const RULE: Rule = Rule {
    code: "387",
    level: Level::Error,
    wrong: "A child under 14 is said to have left care to live independently.",
    why: "No child of that age may be left to live alone, so either the reason or the age is wrong.",
    todo: "Check the date of birth, the day on which the episode ended, and the reason; find out where the child is.",
    reason: Reason::People,
    fields: &[ep::REC],
    versions: &[Version::always(
        &[header::CHILD, header::DOB, ep::CHILD, ep::DEC, ep::REC],
        Check::Row(EPISODES, |e| has_left_younger(14, e, &["E5", "E6"])),
    )],
    cases: &[Case {
        about: "the fourteenth birthday is old enough",
        given: "
            Episodes | CHILD | DEC        | REC
            >        | 1     | 30/04/2026 | E5
            >        | 1     | 30/04/2026 | E6
                     | 1     | 01/05/2026 | E6
                     | 1     | 30/04/2026 | E4A
                     | 1     |            | E6
                     | 2     | 30/04/2026 | E6
            ?        | 1     | 31/04/2026 | E6
            Header | CHILD | DOB
                   | 1     | 01/05/2012
        ",
    }],
};
