//! An episode of no night.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "355",
    level: Level::Error,
    wrong: "The episode ends on the day on which it begins.",
    why: "A child who did not stay a night is not counted as looked after.",
    todo: "Take the episode out if the child stayed less than 24 hours; else correct DECOM or DEC.",
    reason: Reason::Guidance,
    fields: &[ep::DECOM, ep::DEC],
    versions: &[Version::always(
        &[ep::DECOM, ep::DEC],
        Check::Row(EPISODES, |e| {
            let began = e.day(ep::DECOM)?;
            Ok(began.is_some() && began == e.day(ep::DEC)?)
        }),
    )],
    cases: &[Case {
        about: "the next day is an episode",
        given: "
            Episodes | CHILD | DECOM      | DEC
            >        | 1     | 01/05/2026 | 01/05/2026
                     | 2     | 01/05/2026 | 02/05/2026
                     | 3     | 01/05/2026 | 30/04/2026
                     | 4     | 01/05/2026 |
                     | 5     |            |
            ?        | 6     | 01/05/2026 | 31/04/2026
        ",
    }],
};
