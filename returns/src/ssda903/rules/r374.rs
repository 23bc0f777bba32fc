//! A child living where they work. Unlike its neighbours it is known to be silent on an episode that is open; the
//! published text does not say so.
use super::{ages::is_placed_younger, prelude::*};

pub const RULE: Rule = Rule {
    code: "374",
    level: Level::Error,
    wrong: "A child under 14 was placed in residential employment.",
    why: "A child of that age may not be employed so, and either the placement or the age is wrong.",
    todo: "Check the date of birth, the day on which the episode began, and the placement.",
    reason: Reason::Law,
    fields: &[ep::DECOM, ep::PLACE],
    versions: &[Version::always(
        &[header::CHILD, header::DOB, ep::CHILD, ep::DECOM, ep::DEC, ep::PLACE],
        Check::Row(EPISODES, was_employed_too_young),
    )],
    cases: &[Case {
        about: "the fourteenth birthday is old enough",
        given: "
            Episodes | CHILD | DECOM      | DEC        | PLACE
            >        | 1     | 30/04/2026 | 01/06/2026 | P3
                     | 1     | 01/05/2026 | 01/06/2026 | P3
                     | 1     | 30/04/2026 | 01/06/2026 | U4
                     | 1     | 30/04/2026 |            | P3
                     | 2     | 30/04/2026 | 01/06/2026 | P3
            ?        | 1     | 31/04/2026 | 01/06/2026 | P3
            Header | CHILD | DOB
                   | 1     | 01/05/2012
        ",
    }],
};
fn was_employed_too_young(e: Row) -> Answer {
    Ok(e.is_filled(ep::DEC) && is_placed_younger(14, e, &["P3"])?)
}
