//! Another date of birth in AD1 than in the Header.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "INT11",
    level: Level::Error,
    wrong: "AD1 gives another date of birth than the Header.",
    why: "The age at adoption is counted from it; and it may be the row of another child.",
    todo: "Find out which of the two is right, and correct the other.",
    reason: Reason::Data,
    fields: &[ad1::DOB, header::DOB],
    versions: &[Version::always(
        &[header::CHILD, header::DOB, ad1::CHILD, ad1::DOB],
        Check::Row(AD1, |r| is_born_otherwise(r, ad1::DOB)),
    )],
    cases: &[Case {
        about: "a blank is no other day",
        given: "
            Header | CHILD | DOB
                   | 1     | 01/04/2020
                   | 2     | 01/04/2020
                   | 3     |
                   | 4     | 01/04/2020
            AD1 | CHILD | DOB
                | 1     | 01/04/2020
            >   | 2     | 04/01/2020
                | 3     | 01/04/2020
                | 4     |
            ?   | 4     | 1 April 2020
                | 6     | 01/04/2020
        ",
    }],
};
