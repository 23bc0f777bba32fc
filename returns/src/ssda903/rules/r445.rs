//! No freeing order (D1) could be applied for after December 2005. Asked until nobody who was freed could still be a
//! child.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "445",
    level: Level::Error,
    wrong: "The episode begins after December 2005 under a freeing order.",
    why: "Such orders were replaced by placement orders then.",
    todo: "Give E1 if a placement order was made, or correct the day.",
    reason: Reason::Law,
    fields: &[ep::LS, ep::DECOM],
    versions: &[Version::always(
        &[ep::LS, ep::DECOM],
        Check::Row(EPISODES, |e| Ok(e.is(ep::LS, &["D1"]) && before(Some(date(2005, 12, 31)), e.day(ep::DECOM)?))),
    )
    .until(2024)],
    cases: &[Case {
        about: "the last day is 31 December 2005",
        given: "
            Episodes | CHILD | LS | DECOM
                     | 1     | D1 | 31/12/2005
            >        | 2     | D1 | 01/01/2006
                     | 3     | D1 |
                     | 4     | C2 | 01/01/2006
            ?        | 5     | D1 | 2006
        ",
    }],
};
