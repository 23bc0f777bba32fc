//! Going to a temporary placement and back is no change of placement (see 225), so neither episode has a reason. The
//! published text became plainer in 2025/26 without asking for anything else.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "226",
    level: Level::Error,
    wrong: "A reason for a change of placement is given where the child only went to a temporary placement or came back from one.",
    why: "A hospital stay or a holiday would be counted as a placement that broke down.",
    todo: "Blank REASON_PLACE_CHANGE of this episode, or correct the placement type.",
    reason: Reason::Guidance,
    fields: &[ep::REASON_PLACE_CHANGE, ep::PLACE],
    versions: &[Version::always(&[ep::PLACE, ep::REASON_PLACE_CHANGE], Check::Child(has_a_reason))
        .may_read(&[ep::CHILD, ep::DECOM])],
    cases: &[Case {
        about: "the temporary placement and the one before it",
        given: "
            Episodes | CHILD | DECOM      | PLACE | REASON_PLACE_CHANGE
            >        | 1     | 01/05/2026 | U6    | OTHER
            >        | 1     | 01/06/2026 | T1    | OTHER
                     | 1     | 09/06/2026 | U6    | OTHER
                     | 2     | 01/05/2026 | U6    |
                     | 2     | 01/06/2026 | T1    |
                     | 2     | 09/06/2026 | U6    |
                     | 3     | 01/05/2026 | U6    | CARPL
                     | 3     | 01/06/2026 | K2    |
            >        | 4     |            | T3    | OTHER
        ",
    }],
};
fn has_a_reason(child: Child, told: &mut Told) {
    let before_a_temporary: Vec<Row> =
        pairs(child, told).into_iter().filter(|(_, next)| is_temporary(*next)).map(|(e, _)| e).collect();
    for e in child.rows(EPISODES).iter().filter(|e| e.is_filled(ep::REASON_PLACE_CHANGE)) {
        if is_temporary(e) || before_a_temporary.contains(&e) {
            told.breaks(&[e]);
        }
    }
}
