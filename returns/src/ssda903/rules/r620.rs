//! A mother under 11.
//!
//! "Under 11" is asked of the first day of the year, the one day that the case of others gives.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "620",
    level: Level::Error,
    wrong: "The child is recorded as a mother, and was under 11 when the year began.",
    why: "That is most likely a slip; if it is true, somebody must know of it at once.",
    todo: "Correct the date of birth or the mother field.",
    reason: Reason::People,
    fields: &[header::DOB, header::MOTHER],
    versions: &[Version::always(&[header::DOB, header::MOTHER], Check::Row(HEADER, is_too_young))],
    cases: &[Case {
        about: "the 11th birthday on the first day of the year is 11",
        given: "
                Header | CHILD | MOTHER | DOB
                >      | 1     | 1      | 02/04/2015
                       | 2     | 1      | 01/04/2015
                       | 3     | 0      | 02/04/2020
                       | 4     |        | 02/04/2020
                       | 5     | 1      |
                ?      | 6     | 1      | 2/4/20
            ",
    }],
};
fn is_too_young(header: Row) -> Answer {
    if !header.is(header::MOTHER, &["1"]) {
        return Ok(false);
    }
    let born = header.day(header::DOB)?;
    Ok(born.is_some() && !is_aged(11, born, Some(header.given().start)))
}
