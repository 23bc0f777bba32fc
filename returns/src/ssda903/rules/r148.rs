//! An end has a day and a reason, or there is no end.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "148",
    level: Level::Error,
    wrong: "Only one of the day and the reason of the episode's end is given.",
    why: "It cannot be told whether the episode ended, so the child may be counted as looked after or as having \
        left, wrongly.",
    todo: "Give both DEC and REC, or blank both.",
    reason: Reason::Data,
    fields: &[ep::DEC, ep::REC],
    versions: &[Version::always(
        &[ep::DEC, ep::REC],
        Check::Row(EPISODES, |e| Ok(e.is_blank(ep::DEC) != e.is_blank(ep::REC))),
    )],
    cases: &[Case {
        about: "both or neither",
        given: "
            Episodes | CHILD | DEC        | REC
                     | 1     | 01/05/2026 | X1
                     | 2     |            |
            >        | 3     | 01/05/2026 |
            >        | 4     |            | E11
        ",
    }],
};
