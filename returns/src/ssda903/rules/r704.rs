//! A deprivation of liberty order that did not end in the year.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "704",
    level: Level::Error,
    wrong: "The deprivation of liberty order ended before the collection year began or after it ended.",
    why: "What did not run in the year is not counted in it.",
    todo: "Correct the day; leave it blank if the order was in force on 31 March; take out what is of an earlier year.",
    reason: Reason::Data,
    fields: &[dolo::DOLO_END],
    versions: &[Version::since(2027, &[dolo::DOLO_END], Check::Row(DOLO, |row| is_out_of_year(row, dolo::DOLO_END)))],
    cases: &[Case {
        about: "both ends of the year are of it",
        given: "
                DoLo    | CHILD | DOLO_END
                >       | 1     | 31/03/2026
                        | 2     | 01/04/2026
                        | 3     | 31/03/2027
                >       | 4     | 01/04/2027
                        | 5     |
                ?       | 6     | 1/4/2027

            ",
    }],
};
