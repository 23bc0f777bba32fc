//! Another date of birth in OC2 than in the Header.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "INT14",
    level: Level::Error,
    wrong: "OC2 gives another date of birth than the Header.",
    why: "Every question of OC2 depends on the child's age; with the wrong one the wrong questions are asked.",
    todo: "Find out which of the two is right, and correct the other.",
    reason: Reason::Data,
    fields: &[oc2::DOB, header::DOB],
    versions: &[Version::always(
        &[header::CHILD, header::DOB, oc2::CHILD, oc2::DOB],
        Check::Row(OC2, |r| is_born_otherwise(r, oc2::DOB)),
    )],
    cases: &[Case {
        about: "a blank is no other day",
        given: "
            Header | CHILD | DOB
                   | 1     | 01/04/2020
                   | 2     | 01/04/2020
                   | 3     |
                   | 4     | 01/04/2020
                   | 5     | 01/04/2020
            OC2 | CHILD | DOB
                | 1     | 01/04/2020
            >   | 2     | 04/01/2020
                | 3     | 01/04/2020
                | 4     |
            ?   | 5     | 1 April 2020
                | 6     | 01/04/2020
        ",
    }],
};
