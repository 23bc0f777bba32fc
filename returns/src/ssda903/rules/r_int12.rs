//! Another date of birth in PlacedAdoption than in the Header.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "INT12",
    level: Level::Error,
    wrong: "PlacedAdoption gives another date of birth than the Header.",
    why: "The age of children who wait for adopters is counted from it; and it may be the row of another child.",
    todo: "Find out which of the two is right, and correct the other.",
    reason: Reason::Data,
    fields: &[placed::DOB, header::DOB],
    versions: &[Version::always(
        &[header::CHILD, header::DOB, placed::CHILD, placed::DOB],
        Check::Row(PLACED_ADOPTION, |r| is_born_otherwise(r, placed::DOB)),
    )],
    cases: &[Case {
        about: "a blank is no other day",
        given: "
            Header | CHILD | DOB
                   | 1     | 01/04/2020
                   | 2     | 01/04/2020
                   | 3     |
                   | 4     | 01/04/2020
            PlacedAdoption | CHILD | DOB
                           | 1     | 01/04/2020
            >              | 2     | 04/01/2020
                           | 3     | 01/04/2020
                           | 4     |
            ?              | 4     | 01/04/20
        ",
    }],
};
