//! Hardly any placement in the country is over 350 miles from home. 999.9 says that the distance is not known.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "454",
    level: Level::Error,
    wrong: "The placement is more than 350 miles from the child's home.",
    why: "A child so far from home is hard to visit; more often a postcode is wrong.",
    todo: "Check both postcodes; if they are right, say why the child is placed there.",
    reason: Reason::People,
    fields: &[ep::PL_DISTANCE],
    versions: &[Version::since(2026, &[ep::PL_DISTANCE], Check::Row(EPISODES, is_far_from_home))
        .may_read(UASC_SHOWN)
        .helped_by(UASC_SHOWN_BEFORE)],
    cases: &[Case {
        about: "350 miles are not too far",
        given: "
            Episodes | CHILD | PL_DISTANCE
                     | 1     | 350
            >        | 2     | 350.1
            >        | 3     | 999
                     | 4     | 999.9
                     | 5     |
            ?        | 6     | far
                     | 7     | 400
            Header   | CHILD | UASC
                     | 7     | 1
        ",
    }],
};
fn is_far_from_home(e: Row) -> Answer {
    let is_far = e.number(ep::PL_DISTANCE)?.is_some_and(|miles| miles > 350.0 && miles != 999.9);
    Ok(is_far && !is_or_was_uasc(e.child()))
}
