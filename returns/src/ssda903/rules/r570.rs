//! A time missing that begins after the year.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "570",
    level: Level::Error,
    wrong: "The child went missing after the last day of the collection year.",
    why: "It is not of this year, and next year it would be counted again.",
    todo: "Correct the day, or leave the row to the return of next year.",
    reason: Reason::Data,
    fields: &[missing::MIS_START],
    versions: &[Version::always(
        &[missing::MIS_START],
        Check::Row(MISSING, |row| is_after_year(row, missing::MIS_START)),
    )],
    cases: &[Case {
        about: "31 March is still of the year",
        given: "
                Missing | CHILD | MIS_START
                >       | 1     | 01/04/2027
                        | 2     | 31/03/2027
                        | 3     | 01/05/2020
                        | 4     |
                ?       | 5     | 1/4/2027

            ",
    }],
};
