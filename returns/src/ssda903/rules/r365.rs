//! One short break lasts 17 days at most (Care Planning, Placement and Case Review Regulations 2010 reg 48). Each by
//! itself; an open one lasts to the end of the collection year.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "365",
    level: Level::Error,
    wrong: "The short break lasted for more than 17 days.",
    why: "For a longer stay the child must be planned for, visited and reviewed like any looked-after child.",
    todo: "Correct the days, or give the legal status of an ordinary stay.",
    reason: Reason::Law,
    fields: &[ep::LS, ep::DECOM, ep::DEC],
    versions: &[Version::always(&[ep::LS, ep::DECOM, ep::DEC], Check::Row(EPISODES, lasts_too_long))],
    cases: &[Case {
        about: "17 days are not too long",
        given: "
            Episodes | CHILD | DECOM      | DEC        | LS
                     | 1     | 01/05/2026 | 18/05/2026 | V3
            >        | 2     | 01/05/2026 | 19/05/2026 | V3
            >        | 3     | 01/05/2026 |            | V3
                     | 4     | 20/03/2027 |            | V3
                     | 5     | 01/05/2026 | 19/05/2026 | V2
                     | 6     |            | 19/05/2026 | V3
            ?        | 7     | 01/05/2026 | 31/04/2026 | V3
        ",
    }],
};
fn lasts_too_long(e: Row) -> Answer {
    if !e.is(ep::LS, &["V3"]) {
        return Ok(false);
    }
    let until = e.day(ep::DEC)?.unwrap_or(e.given().end);
    Ok(e.day(ep::DECOM)?.is_some_and(|from| days_between(from, until) > 17))
}
