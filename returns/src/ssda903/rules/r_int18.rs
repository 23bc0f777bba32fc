//! The date of birth in UASC beside that of the Header. One that is blank is another rule's matter.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "INT18",
    level: Level::Error,
    wrong: "UASC and the Header give the child two dates of birth.",
    why: "Rules on age would judge the same child by two ages.",
    todo: "Give the true date of birth in both tables.",
    reason: Reason::Data,
    fields: &[uasc::DOB],
    versions: &[Version::always(
        &[uasc::CHILD, uasc::DOB, header::CHILD, header::DOB],
        Check::Row(UASC, |r| is_born_otherwise(r, uasc::DOB)),
    )],
    cases: &[Case {
        about: "only two days can differ",
        given: "
                Header  | CHILD | DOB
                        | 1     | 01/02/2010
                        | 2     | 01/02/2010
                        | 3     |
                        | 4     | 01/02/2010
                        | 6     | 01/02/2010
                UASC    | CHILD | DOB
                        | 1     | 01/02/2010
                >       | 2     | 02/01/2010
                        | 3     | 01/02/2010
                        | 4     |
                        | 5     | 01/02/2010
                ?       | 6     | 1/2/2010

            ",
    }],
};
