//! A child born, and no mother.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "612",
    level: Level::Error,
    wrong: "There is a date of birth of her first child, and the mother field does not say that she is a mother.",
    why: "One of the two is wrong: she is helped as a mother or she is not.",
    todo: "Give 1 in the mother field, or take the date of birth out.",
    reason: Reason::Data,
    fields: &[header::SEX, header::MOTHER, header::MC_DOB],
    versions: &[
        Version::always(READ, Check::Row(HEADER, |h| is_no_mother(h, "2"))).until(2024),
        Version::since(2025, READ, Check::Row(HEADER, |h| is_no_mother(h, "F"))),
    ],
    cases: &[
        Case {
            about: "asked of girls and young women",
            given: "
                Header | CHILD | SEX | MOTHER | MC_DOB
                >      | 1     | F   | 0      | 01/05/2026
                >      | 2     | F   |        | in May
                       | 3     | F   | 1      | 01/05/2026
                       | 4     | F   | 0      |
                       | 5     | M   | 0      | 01/05/2026
            ",
        },
        Case {
            about: "up to 2023/24 sex was sent as 1 or 2",
            given: "
                2023/24
                Header | CHILD | SEX | MOTHER | MC_DOB
                >      | 1     | 2   | 0      | 01/05/2023
                       | 2     | 1   | 0      | 01/05/2023
            ",
        },
    ],
};
const READ: &[Column] = &[header::SEX, header::MOTHER, header::MC_DOB];

fn is_no_mother(header: Row, female: &str) -> Answer {
    let is_asked = header.is(header::SEX, &[female]) && header.is_filled(header::MC_DOB);
    Ok(is_asked && (header.is_blank(header::MOTHER) || header.is(header::MOTHER, &["0"])))
}
