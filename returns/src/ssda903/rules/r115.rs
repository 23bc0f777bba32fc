//! The day of the decision that a child should be placed for adoption.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "115",
    level: Level::Error,
    wrong: "The day in DATE_PLACED is not a day of the calendar, written as DD/MM/YYYY.",
    why: "Without it nobody can tell for how long the child has been waiting to be placed.",
    todo: "Take the day from the agency decision maker's record.",
    reason: Reason::Data,
    fields: &[placed::DATE_PLACED],
    versions: &[Version::always(
        &[placed::DATE_PLACED],
        Check::Row(PLACED_ADOPTION, |d| Ok(d.is_no_day(placed::DATE_PLACED))),
    )],
    cases: &[Case {
        about: "blank is rule 563's matter",
        given: "
            PlacedAdoption | DATE_PLACED
                           | 01/05/2026
            >              | 00/05/2026
            >              | 01/13/2026
            >              | 01-05-2026
                           |
        ",
    }],
};
