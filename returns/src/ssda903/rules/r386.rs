//! Adopted as an adult.
use super::{ages::born, prelude::*};

pub const RULE: Rule = Rule {
    code: "386",
    level: Level::Error,
    wrong: "The young person was adopted at 18 or later.",
    why: "Adoption ends care only for a child, so either the reason or one of the days is wrong.",
    todo: "Check the date of birth, the day on which the episode ended, and the reason.",
    reason: Reason::Law,
    fields: &[ep::REC],
    versions: &[Version::always(
        &[header::CHILD, header::DOB, ep::CHILD, ep::DEC, ep::REC],
        Check::Row(EPISODES, |e| Ok(e.is(ep::REC, ADOPTED) && is_aged(18, born(e.child())?, e.day(ep::DEC)?))),
    )],
    cases: &[Case {
        about: "the eighteenth birthday is too late",
        given: "
            Episodes | CHILD | DEC        | REC
            >        | 1     | 01/05/2026 | E11
            >        | 1     | 02/05/2026 | E12
                     | 1     | 30/04/2026 | E12
                     | 1     | 01/05/2026 | E17
                     | 1     |            | E11
                     | 2     | 01/05/2026 | E11
            ?        | 1     | 1/5/26     | E11
            Header | CHILD | DOB
                   | 1     | 01/05/2008
        ",
    }],
};
