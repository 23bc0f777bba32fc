//! A young woman who left care, and whether she is a mother.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "607",
    level: Level::Error,
    wrong: "A girl or young woman left care in the year, and the mother field is blank.",
    why: "Young mothers who leave care need help of their own: they are counted from this field.",
    todo: "Give 1 if she is a mother and 0 if she is not.",
    reason: Reason::People,
    fields: &[ep::DEC, ep::REC, header::MOTHER, ep::LS, header::SEX],
    versions: &[Version::always(
        &[ep::CHILD, ep::DEC, ep::REC, ep::LS, header::CHILD, header::SEX, header::MOTHER],
        Check::Child(left_without_saying),
    )],
    cases: &[
        Case {
            about: "within the year, for good, and not from a short break",
            given: "
                Header | CHILD | SEX | MOTHER
                >      | 1     | F   |
                       | 2     | M   |
                       | 3     | F   | 0
                       | 4     | F   |
                       | 5     | F   |
                       | 6     | F   |
                       | 7     | M   |
                Episodes | CHILD | DEC        | REC | LS
                >        | 1     | 01/05/2026 | E6  | C2
                         | 1     | 01/04/2026 | X1  | C2
                         | 2     | 01/05/2026 | E6  | C2
                         | 3     | 01/05/2026 | E6  | C2
                         | 4     | 01/05/2026 | X1  | C2
                         | 5     | 01/05/2026 | E6  | V3
                         | 6     | 31/03/2026 | E6  | C2
                         | 7     | 01/05/2026 | E6  | C2
            ",
        },
        Case {
            about: "up to 2023/24 sex was sent as 1 or 2",
            given: "
                2023/24
                Header | CHILD | SEX | MOTHER
                >      | 1     | 2   |
                       | 2     | 1   |
                Episodes | CHILD | DEC        | REC | LS
                >        | 1     | 31/03/2024 | E6  | C2
                         | 2     | 31/03/2024 | E6  | C2
            ",
        },
    ],
};
fn left_without_saying(child: Child, told: &mut Told) {
    let is_asked = |h: &Row| sex(*h, header::SEX) == "F" && h.is_blank(header::MOTHER);
    for header in child.rows(HEADER).iter().filter(is_asked) {
        for e in child.rows(EPISODES).iter().filter(|e| has_left_care(*e) && !is_short_break(*e)) {
            told.ask(&[header, e], || Ok(is_in_year(child, e.day(ep::DEC)?)));
        }
    }
}
