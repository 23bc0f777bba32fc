//! No placement order (E1) could be made before December 2005.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "446",
    level: Level::Error,
    wrong: "The episode begins before December 2005 under a placement order.",
    why: "There were no such orders before the Adoption and Children Act 2002 came into force.",
    todo: "Correct the legal status or the day.",
    reason: Reason::Law,
    fields: &[ep::LS, ep::DECOM],
    versions: &[Version::always(
        &[ep::LS, ep::DECOM],
        Check::Row(EPISODES, |e| Ok(e.is(ep::LS, &["E1"]) && before(e.day(ep::DECOM)?, Some(date(2005, 12, 1))))),
    )],
    cases: &[Case {
        about: "the first day is 1 December 2005",
        given: "
            Episodes | CHILD | LS | DECOM
                     | 1     | E1 | 01/12/2005
            >        | 2     | E1 | 30/11/2005
                     | 3     | E1 |
                     | 4     | C2 | 30/11/2005
            ?        | 5     | E1 | 2005
        ",
    }],
};
