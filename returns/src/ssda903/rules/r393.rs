//! Whether a girl in care is a mother. Up to 2023/24 a girl is 2, then F; a file with the other code is rule 101's
//! matter.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "393",
    level: Level::Error,
    wrong: "The child is a girl who was looked after in the year, and it is not said whether she is a mother.",
    why: "A young mother in care, and her child, are owed help that nobody plans for if nobody asks.",
    todo: "Set MOTHER to 1 or 0.",
    reason: Reason::People,
    fields: &[header::MOTHER],
    versions: &[Version::always(
        &[header::CHILD, header::SEX, header::MOTHER, ep::CHILD, ep::LS],
        Check::Row(HEADER, is_silent_on_motherhood),
    )],
    cases: &[
        Case {
            about: "short breaks do not count",
            given: "
                Header | CHILD | SEX | MOTHER
                >      | 1     | F   |
                       | 2     | M   |
                       | 3     | F   | 0
                       | 4     | F   | 1
                       | 5     | F   |
                       | 6     | F   |
                >      | 7     | F   |
                       | 8     | U   |
                Episodes | CHILD | LS
                         | 1     | C2
                         | 2     | C2
                         | 3     | C2
                         | 4     | C2
                         | 5     | V4
                         | 7     | V3
                         | 7     | C2
                         | 8     | C2
            ",
        },
        Case {
            about: "figures, up to 2023/24",
            given: "
                2023/24
                Header | CHILD | SEX | MOTHER
                >      | 1     | 2   |
                       | 2     | 1   |
                Episodes | CHILD | LS
                         | 1     | C2
                         | 2     | C2
            ",
        },
    ],
};
fn is_silent_on_motherhood(h: Row) -> Answer {
    let is_girl = h.is(header::SEX, &["2", "F"]);
    let is_asked = is_girl && h.child().rows(EPISODES).iter().any(|e| !is_short_break(e));
    Ok(is_asked && h.is_blank(header::MOTHER))
}
