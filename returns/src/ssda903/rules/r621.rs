//! A mother younger than her child.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "621",
    level: Level::Error,
    wrong: "The first child was born before the mother, or on the same day.",
    why: "One of the two days is wrong.",
    todo: "Correct the date of birth of the mother or of her child.",
    reason: Reason::Data,
    fields: &[header::DOB, header::MC_DOB],
    versions: &[Version::always(&[header::DOB, header::MC_DOB], Check::Row(HEADER, is_younger))],
    cases: &[Case {
        about: "the same day cannot be either",
        given: "
                Header | CHILD | DOB        | MC_DOB
                >      | 1     | 01/05/2010 | 30/04/2010
                >      | 2     | 01/05/2010 | 01/05/2010
                       | 3     | 01/05/2010 | 01/05/2026
                       | 4     | 01/05/2010 |
                ?      | 5     | 01/05/2010 | in May
            ",
    }],
};
fn is_younger(header: Row) -> Answer {
    let (born, child) = (header.day(header::DOB)?, header.day(header::MC_DOB)?);
    Ok(born.is_some() && child.is_some() && child <= born)
}
