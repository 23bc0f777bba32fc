//! A child in custody.
use super::{ages::is_placed_younger, prelude::*};

pub const RULE: Rule = Rule {
    code: "372",
    level: Level::Error,
    wrong: "A child under 10 is shown as placed in custody.",
    why: "Nobody under 10 can be charged with an offence, so either the placement or the age is wrong.",
    todo: "Check the date of birth, the day on which the episode began, and the placement.",
    reason: Reason::Law,
    fields: &[ep::DECOM, ep::PLACE],
    versions: &[Version::always(
        &[header::CHILD, header::DOB, ep::CHILD, ep::DECOM, ep::PLACE],
        Check::Row(EPISODES, |e| is_placed_younger(10, e, &["R5"])),
    )],
    cases: &[Case {
        about: "the tenth birthday is old enough",
        given: "
            Episodes | CHILD | DECOM      | PLACE
            >        | 1     | 30/04/2026 | R5
                     | 1     | 01/05/2026 | R5
                     | 1     | 30/04/2026 | R3
                     | 2     | 30/04/2026 | R5
            ?        | 1     | 30/4/2026  | R5
            Header | CHILD | DOB
                   | 1     | 01/05/2016
        ",
    }],
};
