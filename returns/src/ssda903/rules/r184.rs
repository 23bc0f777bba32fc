//! Decided before birth.
use super::{ages::born, prelude::*};

pub const RULE: Rule = Rule {
    code: "184",
    level: Level::Error,
    wrong: "The adoption decision carries a day on which the child was not yet born.",
    why: "Nothing is decided for a child who is not yet born, so one of the two days is wrong.",
    todo: "Check the date of birth in the Header and the day of the decision.",
    reason: Reason::Data,
    fields: &[placed::DATE_PLACED, header::DOB],
    versions: &[Version::always(
        &[header::CHILD, header::DOB, placed::CHILD, placed::DATE_PLACED],
        Check::Row(PLACED_ADOPTION, |d| Ok(before(d.day(placed::DATE_PLACED)?, born(d.child())?))),
    )],
    cases: &[Case {
        about: "the day of birth is early enough",
        given: "
            Header | CHILD | DOB
                   | 1     | 02/05/2026
                   | 2     | 01/05/2026
                   | 3     |
                   | 5     | 2/5/2026
            PlacedAdoption | CHILD | DATE_PLACED
            >              | 1     | 01/05/2026
                           | 2     | 01/05/2026
                           | 3     | 01/05/2026
                           | 4     | 01/05/2026
                           | 1     |
            ?              | 5     | 01/05/2026
        ",
    }],
};
