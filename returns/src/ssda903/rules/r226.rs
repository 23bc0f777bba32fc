//! Going to a temporary placement and back is no change of placement (see 225), so neither episode has a reason. The
//! published text became plainer in 2025/26; we take it that it asks for nothing else, since the reason for a move
//! stands with the episode that the child moves from.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "226",
    level: Level::Error,
    wrong: "A reason for a change of placement is given where the child only went to a temporary placement or came \
        back from one.",
    why: "A hospital stay or a holiday would be counted as a placement that broke down.",
    todo: "Blank REASON_PLACE_CHANGE of this episode, or correct the placement type.",
    reason: Reason::Guidance,
    fields: &[ep::REASON_PLACE_CHANGE, ep::PLACE],
    versions: &[Version::always(&[ep::PLACE, ep::REASON_PLACE_CHANGE], Check::Row(EPISODES, has_a_reason))
        .may_read(&[ep::CHILD, ep::DECOM])],
    cases: &[
        Case {
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
            ?        | 5     | 31/06/2026 | U6    | OTHER
        ",
        },
        Case {
            about: "without the days only the temporary placement itself can be told",
            given: "
                Episodes | PLACE | REASON_PLACE_CHANGE
                >        | T1    | OTHER
                         | T1    |
                         | U6    | OTHER
            ",
        },
    ],
};
fn has_a_reason(e: Row) -> Answer {
    Ok(e.is_filled(ep::REASON_PLACE_CHANGE) && (is_temporary(e) || goes_to_a_temporary_one(e)?))
}
fn goes_to_a_temporary_one(e: Row) -> Answer {
    let next = e.child().rows(EPISODES).iter().skip_while(|other| *other != e).nth(1);
    Ok(e.day(ep::DECOM)?.is_some() && next.is_some_and(|n| is_temporary(n) && matches!(n.day(ep::DECOM), Ok(Some(_)))))
}
