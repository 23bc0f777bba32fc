//! A child in a residential school.
use super::{ages::is_placed_younger, prelude::*};

pub const RULE: Rule = Rule {
    code: "373",
    level: Level::Error,
    wrong: "A child under 4 is shown as placed in a residential school.",
    why: "Such schools do not take children so young, so either the placement or the age is wrong.",
    todo: "Check the date of birth, the day on which the episode began, and the placement.",
    reason: Reason::Data,
    fields: &[ep::DECOM, ep::PLACE],
    versions: &[Version::always(
        &[header::CHILD, header::DOB, ep::CHILD, ep::DECOM, ep::PLACE],
        Check::Row(EPISODES, |e| is_placed_younger(4, e, &["S1"])),
    )],
    cases: &[Case {
        about: "the fourth birthday is old enough",
        given: "
            Episodes | CHILD | DECOM      | PLACE
            >        | 1     | 30/04/2026 | S1
                     | 1     | 01/05/2026 | S1
                     | 1     | 30/04/2026 | U6
                     | 2     | 30/04/2026 | S1
            ?        | 1     | 2026-04-30 | S1
            Header | CHILD | DOB
                   | 1     | 01/05/2022
        ",
    }],
};
