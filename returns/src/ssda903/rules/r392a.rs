//! Every looked-after child has a distance from home, but on short breaks and but for those who came alone to seek
//! asylum, who have no home here.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "392a",
    level: Level::Error,
    wrong: "The distance between the child's home and the placement is missing.",
    why: "How far from home children are placed is counted from it.",
    todo: "Give both postcodes; check that they are full and current.",
    reason: Reason::Data,
    fields: &[ep::PL_DISTANCE],
    versions: &[Version::always(&[ep::CHILD, ep::LS, ep::PL_DISTANCE], Check::Row(EPISODES, has_no_distance))
        .may_read(UASC_SHOWN)
        .helped_by(UASC_SHOWN_BEFORE)],
    cases: &[Case {
        about: "not on short breaks, and not of a child who is or was an asylum seeker",
        given: "
            Episodes    | CHILD | LS | PL_DISTANCE
            >           | 1     | C2 |
                        | 1     | C2 | 12.5
                        | 1     | V3 |
                        | 2     | V2 |
                        | 3     | V2 |
                        | 4     | V2 |
            >           | 5     | V2 |
                        | 6     | V2 |
            Header      | CHILD | UASC
                        | 1     | 0
                        | 2     | 1
            Header_last | CHILD | UASC
                        | 3     | 1
            UASC_before | CHILD | DUC
                        | 4     | 01/05/2024
                        | 5     |
            UASC        | CHILD | DUC
                        | 6     |
        ",
    }],
};
fn has_no_distance(e: Row) -> Answer {
    Ok(e.is_blank(ep::PL_DISTANCE) && !is_short_break(e) && !is_or_was_uasc(e.child()))
}
