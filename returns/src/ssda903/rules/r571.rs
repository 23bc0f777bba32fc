//! A time missing that did not end in the year.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "571",
    level: Level::Error,
    wrong: "The child came back before the collection year began or after it ended.",
    why: "What did not run in the year is not counted in it.",
    todo: "Correct the day; leave it blank if the child was still missing on 31 March; take out what is of an \
        earlier year.",
    reason: Reason::Data,
    fields: &[missing::MIS_END],
    versions: &[Version::always(&[missing::MIS_END], Check::Row(MISSING, |row| is_out_of_year(row, missing::MIS_END)))],
    cases: &[Case {
        about: "both ends of the year are of it",
        given: "
                Missing | CHILD | MIS_END
                >       | 1     | 31/03/2026
                        | 2     | 01/04/2026
                        | 3     | 31/03/2027
                >       | 4     | 01/04/2027
                        | 5     |
                ?       | 6     | 1/4/2027

            ",
    }],
};
