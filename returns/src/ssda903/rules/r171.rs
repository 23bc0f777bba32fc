//! The date of birth of the child's own child.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "171",
    level: Level::Error,
    wrong: "The date of birth of the mother's child is no day of the calendar.",
    why: "From it one sees whether she became a mother in care or before.",
    todo: "Correct the date, or leave the cell blank if she has no child.",
    reason: Reason::Data,
    fields: &[header::MC_DOB],
    versions: &[Version::always(&[header::MC_DOB], Check::Row(HEADER, |h| Ok(h.is_no_day(header::MC_DOB))))],
    cases: &[Case {
        about: "a blank is no date and no mistake",
        given: "
                Header | CHILD | MC_DOB
                       | 1     | 02/03/2026
                       | 2     |
                >      | 3     | 30/02/2026
                >      | 4     | 02/03/26

            ",
    }],
};
