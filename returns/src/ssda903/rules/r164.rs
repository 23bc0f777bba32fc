//! The distance between home and placement: 0 to 999.9 miles, where 999.9 is not known. Derived from the two
//! postcodes; short breaks and unaccompanied asylum-seeking children have none.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "164",
    level: Level::Error,
    wrong: "The distance from the child's home to the placement is missing or is no distance in miles.",
    why: "How far from home children are placed is counted from it.",
    todo: "Check that HOME_POST and PL_POST are full and current postcodes.",
    reason: Reason::Data,
    fields: &[ep::PL_DISTANCE],
    versions: &[Version::always(&[ep::PL_DISTANCE], Check::Row(EPISODES, has_no_distance))
        .may_read(&[ep::LS, header::CHILD, header::UASC, uasc::CHILD])
        .helped_by(UASC_SHOWN_BEFORE)],
    cases: &[
        Case {
            about: "0 to 999.9",
            given: "
                Episodes | CHILD | LS | PL_DISTANCE
                         | 1     | C2 | 0
                         | 2     | C2 | 12.5
                         | 3     | C2 | 999.9
                >        | 4     | C2 | -10
                >        | 5     | C2 | 1003
                >        | 6     | C2 | far
                >        | 7     | C2 |
                         | 8     | V3 |
            ",
        },
        Case {
            about: "a child who came alone to seek asylum has no home here",
            given: "
                Episodes    | CHILD | LS | PL_DISTANCE
                            | 1     | V2 |
                            | 2     | V2 |
                            | 3     | V2 |
                >           | 4     | V2 |
                Header      | CHILD | UASC
                            | 1     | 1
                            | 4     | 0
                Header_last | CHILD | UASC
                            | 2     | 1
                UASC        | CHILD | DUC
                            | 3     |
            ",
        },
        Case {
            about: "without the legal status no short break can be told",
            given: "
                Episodes | PL_DISTANCE
                         | 12.5
                >        |
            ",
        },
    ],
};
fn has_no_distance(e: Row) -> Answer {
    let is_distance = matches!(e.number(ep::PL_DISTANCE), Ok(Some(miles)) if (0.0..=999.9).contains(&miles));
    Ok(!is_distance && !is_short_break(e) && !is_or_was_uasc(e.child()))
}
