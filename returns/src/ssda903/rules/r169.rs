//! The authority in which the placement lies. Derived from the postcode; short breaks have none. A code of the Office
//! for National Statistics names an authority too.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "169",
    level: Level::Error,
    wrong: "The authority in which the placement lies is missing or is no known one.",
    why: "That authority must be told of the child, and placements out of area are counted by it.",
    todo: "Check that PL_POST is a full and current postcode.",
    reason: Reason::Data,
    fields: &[ep::PL_LA],
    versions: &[Version::always(&[ep::PL_LA], Check::Row(EPISODES, has_no_authority)).may_read(&[ep::LS])],
    cases: &[
        Case {
            about: "three figures, a nation, abroad or confidential",
            given: "
            Episodes | CHILD | LS | PL_LA
                     | 1     | C2 | 892
                     | 2     | C2 | WAL
                     | 3     | C2 | CON
                     | 4     | C2 | E06000018
            >        | 5     | C2 | 176
            >        | 6     | C2 |
                     | 7     | V4 |
        ",
        },
        Case {
            about: "without the legal status no short break can be told",
            given: "
                Episodes | PL_LA
                         | 892
                >        |
            ",
        },
    ],
};
fn has_no_authority(e: Row) -> Answer {
    Ok(!is_short_break(e) && !is_authority(e.code(ep::PL_LA)))
}
