//! A move to another placement has a reason, given with the episode that the child moves from. A move to or from a
//! temporary placement is none.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "225",
    level: Level::Error,
    wrong: "The child moved to another placement after this episode, and the reason for the move is missing.",
    why: "Why placements end is learnt from it, above all those that end against the plan.",
    todo: "Give REASON_PLACE_CHANGE with the episode that the move ended.",
    reason: Reason::Guidance,
    fields: &[ep::REASON_PLACE_CHANGE],
    versions: &[Version::always(
        &[ep::CHILD, ep::DECOM, ep::RNE, ep::REC, ep::PLACE, ep::REASON_PLACE_CHANGE],
        Check::Child(moved_without_a_reason),
    )],
    cases: &[Case {
        about: "the earlier episode is to be mended",
        given: "
            Episodes | CHILD | DECOM      | RNE | REC | PLACE | REASON_PLACE_CHANGE
            >        | 1     | 01/05/2026 | S   | X1  | U6    |
                     | 1     | 01/06/2026 | P   | E4A | U6    |
                     | 2     | 01/05/2026 | S   | X1  | U6    | CREQB
                     | 2     | 01/06/2026 | P   | X1  | U6    |
                     | 2     | 01/07/2026 | L   |     | U6    |
                     | 3     | 01/05/2026 | S   | X1  | U6    |
                     | 3     | 01/06/2026 | P   | X1  | T1    |
                     | 3     | 09/06/2026 | P   |     | U6    |
                     | 4     | 01/05/2026 | S   | E4A | U6    |
                     | 4     | 01/06/2026 | P   |     | U6    |
        ",
    }],
};
fn moved_without_a_reason(child: Child, told: &mut Told) {
    for (e, next) in pairs(child, told) {
        let moved = e.is(ep::REC, CONTINUES) && next.is(ep::RNE, &["P", "B", "T", "U"]);
        if moved && !is_temporary(e) && !is_temporary(next) && e.is_blank(ep::REASON_PLACE_CHANGE) {
            told.breaks(&[e]);
        }
    }
}
