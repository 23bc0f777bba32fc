//! The date of birth beside last year's. A blank one is another rule's matter.
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
        about: "only two days can disagree",
        given: "
                Header      | CHILD | DOB
                            | 1     | 01/02/2015
                >           | 2     | 02/02/2015
                            | 3     |
                ?           | 4     | 1/2/2015
                            | 5     | 01/02/2015
                Header_last | CHILD | DOB
                            | 1     | 01/02/2015
                            | 2     | 01/02/2015
                            | 3     | 01/02/2015
                            | 4     | 01/02/2015
                            | 5     |

            ",
    }],
};
fn was_born_otherwise(now: Row, last: Row) -> Answer {
    Ok(matches!((now.day(header::DOB)?, last.day(header::DOB)?), (Some(now), Some(last)) if now != last))
}
