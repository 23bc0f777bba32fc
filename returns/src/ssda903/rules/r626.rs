//! A mother of an earlier year, who was none last year.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "626",
    level: Level::Error,
    wrong: "She is a mother of a child who was born before this year, and last year she was returned as no mother.",
    why: "One of the two returns is wrong, or the birth was not known.",
    todo: "Correct the date of birth or the mother field, or send last year's return again.",
    reason: Reason::Data,
    fields: &[header::MOTHER, header::MC_DOB],
    versions: &[Version::always(
        &[header::CHILD, header::MOTHER, header::MC_DOB],
        Check::Child(|child, told| beside_last_year(child, told, was_none)),
    )
    .needs_prior(&[header::CHILD, header::MOTHER])],
    cases: &[Case {
        about: "born before the first day of the year",
        given: "
                Header | CHILD | MOTHER | MC_DOB
                >      | 1     | 1      | 31/03/2026
                       | 2     | 1      | 01/04/2026
                       | 3     | 1      | 31/03/2026
                       | 4     | 0      | 31/03/2026
                       | 5     | 1      | 31/03/2026
                       | 6     | 1      |
                Header_last | CHILD | MOTHER
                            | 1     | 0
                            | 2     | 0
                            | 3     | 1
                            | 4     | 0
                            | 5     |
                            | 6     | 0
            ",
    }],
};
fn was_none(now: Row, last: Row) -> Answer {
    let differs = now.is(header::MOTHER, &["1"]) && last.is(header::MOTHER, &["0"]);
    Ok(differs && before(now.day(header::MC_DOB)?, Some(now.given().start)))
}
