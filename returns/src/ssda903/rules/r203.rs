//! The date of birth beside last year's. A child of whom last year told none has nothing to disagree with; one whose
//! date is blank now disagrees, as with the sex (202) and the date of birth of the first child (624).
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "203",
    level: Level::Error,
    wrong: "The date of birth is not the one that last year's return gave.",
    why: "The child would jump from one age to another between two years, or two children share an id.",
    todo: "Look at the birth certificate or the age assessment, and correct the return that is wrong.",
    reason: Reason::Data,
    fields: &[header::DOB],
    versions: &[Version::always(
        &[header::CHILD, header::DOB],
        Check::Child(|child, told| beside_last_year(child, told, was_born_otherwise)),
    )
    .needs_prior(&[header::CHILD, header::DOB])],
    cases: &[Case {
        about: "a date that was there and is gone disagrees too",
        given: "
                Header      | CHILD | DOB
                            | 1     | 01/02/2015
                >           | 2     | 02/02/2015
                >           | 3     |
                ?           | 4     | 1/2/2015
                            | 5     | 01/02/2015
                            | 6     | 01/02/2015
                            | 7     |
                Header_last | CHILD | DOB
                            | 1     | 01/02/2015
                            | 2     | 01/02/2015
                            | 3     | 01/02/2015
                            | 4     | 01/02/2015
                            | 5     |
                            | 7     |

            ",
    }],
};
fn was_born_otherwise(now: Row, last: Row) -> Answer {
    let before = last.day(header::DOB)?;
    Ok(before.is_some() && now.day(header::DOB)? != before)
}
