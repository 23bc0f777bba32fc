//! The date of birth in OC3 beside that of the Header. One that is blank is another rule's matter.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "INT15",
    level: Level::Error,
    wrong: "OC3 and the Header give the child two dates of birth.",
    why: "Rules on age would judge the same child by two ages.",
    todo: "Give the true date of birth in both tables.",
    reason: Reason::Data,
    fields: &[oc3::DOB],
    versions: &[Version::always(
        &[oc3::CHILD, oc3::DOB, header::CHILD, header::DOB],
        Check::Row(OC3, |r| is_born_otherwise(r, oc3::DOB)),
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
                OC3     | CHILD | DOB
                        | 1     | 01/02/2010
                >       | 2     | 02/01/2010
                        | 3     | 01/02/2010
                        | 4     |
                        | 5     | 01/02/2010
                ?       | 6     | 1/2/2010

            ",
    }],
};
