//! Another date of birth in Reviews than in the Header.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "INT17",
    level: Level::Error,
    wrong: "The child's date of birth in Reviews is not the one in the Header.",
    why: "One of them is wrong, and with it how the child could take part in the review.",
    todo: "Correct the one that is wrong.",
    reason: Reason::Data,
    fields: &[reviews::DOB],
    versions: &[Version::always(
        &[header::CHILD, header::DOB, reviews::CHILD, reviews::DOB],
        Check::Row(REVIEWS, |r| is_born_otherwise(r, reviews::DOB)),
    )],
    cases: &[Case {
        about: "a date that is blank says nothing",
        given: "
                Header | CHILD | DOB
                       | 1     | 01/05/2016
                       | 2     | 01/05/2016
                       | 3     |
                Reviews | CHILD | DOB
                        | 1     | 01/05/2016
                >       | 2     | 05/01/2016
                        | 3     | 05/01/2016
                        | 2     |
                        | 4     | 01/05/2016
            ",
    }],
};
