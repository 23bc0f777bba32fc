//! Into adult services too young.
use super::{ages::has_left_younger, prelude::*};

pub const RULE: Rule = Rule {
    code: "389",
    level: Level::Error,
    wrong: "A child under 16 is said to have moved into residential care of adult services.",
    why: "Adult services do not take over the care of so young a child, so either the reason or the age is wrong.",
    todo: "Check the date of birth, the day on which the episode ended, and the reason; find out where the child is.",
    reason: Reason::People,
    fields: &[ep::REC],
    versions: &[Version::always(
        &[header::CHILD, header::DOB, ep::CHILD, ep::DEC, ep::REC],
        Check::Row(EPISODES, |e| has_left_younger(16, e, &["E7"])),
    )],
    cases: &[Case {
        about: "the sixteenth birthday is old enough",
        given: "
            Episodes | CHILD | DEC        | REC
            >        | 1     | 30/04/2026 | E7
                     | 1     | 01/05/2026 | E7
                     | 1     | 30/04/2026 | E8
                     | 1     |            | E7
            ?        | 1     | 31/04/2026 | E7
            Header | CHILD | DOB
                   | 1     | 01/05/2010
        ",
    }],
};
