//! A child who was born after the year.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "301",
    level: Level::Error,
    wrong: "The date of birth lies after the last day of the collection year.",
    why: "A child cannot have been looked after before it was born.",
    todo: "Correct the date of birth, or leave the child to the return of next year.",
    reason: Reason::Data,
    fields: &[header::DOB],
    versions: &[Version::always(&[header::DOB], Check::Row(HEADER, |h| is_after_year(h, header::DOB)))],
    cases: &[Case {
        about: "31 March is still of the year",
        given: "
                Header | CHILD | DOB
                >      | 1     | 01/04/2027
                       | 2     | 31/03/2027
                       | 3     |
                ?      | 4     | 1/4/2027

            ",
    }],
};
