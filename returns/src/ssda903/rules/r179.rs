//! Inside or outside the authority. Derived from the postcode; short breaks have none.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "179",
    level: Level::Error,
    wrong: "It is not told whether the placement lies inside or outside the authority.",
    why: "How far from home and from their own authority children are placed is counted from it.",
    todo: "Check that PL_POST is a full and current postcode.",
    reason: Reason::Data,
    fields: &[ep::PL_LOCATION],
    versions: &[Version::always(&[ep::LS, ep::PL_LOCATION], Check::Row(EPISODES, has_no_location))],
    cases: &[Case {
        about: "IN and OUT are the codes; short breaks have none",
        given: "
            Episodes | CHILD | LS | PL_LOCATION
                     | 1     | C2 | IN
                     | 2     | C2 | OUT
            >        | 3     | C2 |
            >        | 4     | V2 | in
                     | 5     | V3 |
                     | 6     | V4 |
        ",
    }],
};
fn has_no_location(e: Row) -> Answer {
    let is_code = codes::label("s903.placement_location", e.said(ep::PL_LOCATION)).is_some();
    Ok(!is_short_break(e) && !is_code)
}
