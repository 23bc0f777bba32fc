//! Another date of birth in PrevPerm than in the Header.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "INT16",
    level: Level::Error,
    wrong: "PrevPerm gives another date of birth than the Header.",
    why: "It may be the row of another child, and then the wrong family history is told.",
    todo: "Find out which of the two is right, and correct the other.",
    reason: Reason::Data,
    fields: &[prev_perm::DOB, header::DOB],
    versions: &[Version::always(
        &[header::CHILD, header::DOB, prev_perm::CHILD, prev_perm::DOB],
        Check::Row(PREV_PERM, |r| is_born_otherwise(r, prev_perm::DOB)),
    )],
    cases: &[Case {
        about: "a blank is no other day",
        given: "
            Header | CHILD | DOB
                   | 1     | 01/04/2020
                   | 2     | 01/04/2020
                   | 3     |
                   | 4     | 01/04/2020
            PrevPerm | CHILD | DOB
                     | 1     | 01/04/2020
            >        | 2     | 04/01/2020
                     | 3     | 01/04/2020
                     | 4     |
            ?        | 4     | 01/04/20
        ",
    }],
};
