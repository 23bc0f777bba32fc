//! A child who came alone to seek asylum has no home here to measure from.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "406",
    level: Level::Error,
    wrong: "A distance from home is given for a child who came alone to seek asylum.",
    why: "The child's home is not in this country, so the distance is not true.",
    todo: "Blank HOME_POST, from which the distance is found.",
    reason: Reason::Data,
    fields: &[ep::PL_DISTANCE],
    versions: &[Version::always(
        &[ep::CHILD, ep::PL_DISTANCE],
        Check::Row(EPISODES, |e| Ok(e.is_filled(ep::PL_DISTANCE) && is_or_was_uasc(e.child()))),
    )
    .may_read(UASC_SHOWN)
    .helped_by(UASC_SHOWN_BEFORE)],
    cases: &[Case {
        about: "now or in an earlier year",
        given: "
            Episodes    | CHILD | PL_DISTANCE
            >           | 1     | 12.5
                        | 1     |
            >           | 2     | 12.5
                        | 3     | 12.5
            >           | 4     | 12.5
                        |       | 12.5
            Header      | CHILD | UASC
                        | 1     | 1
                        | 2     | 0
            Header_last | CHILD | UASC
                        | 2     | 1
                        | 3     | 0
            UASC_last   | CHILD | DUC
                        | 4     | 01/05/2025
        ",
    }],
};
