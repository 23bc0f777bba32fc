//! A deprivation of liberty order that begins after the year.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "703",
    level: Level::Error,
    wrong: "The deprivation of liberty order began after the last day of the collection year.",
    why: "It is not of this year, and next year it would be counted again.",
    todo: "Correct the day, or leave the order to the return of next year.",
    reason: Reason::Data,
    fields: &[dolo::DOLO_START],
    versions: &[Version::since(
        2027,
        &[dolo::DOLO_START],
        Check::Row(DOLO, |row| is_after_year(row, dolo::DOLO_START)),
    )],
    cases: &[Case {
        about: "31 March is still of the year",
        given: "
                DoLo    | CHILD | DOLO_START
                >       | 1     | 01/04/2027
                        | 2     | 31/03/2027
                        | 3     | 01/05/2020
                        | 4     |
                ?       | 5     | 1/4/2027

            ",
    }],
};
