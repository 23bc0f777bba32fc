//! The day of the decision that a child should no longer be placed for adoption.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "116",
    level: Level::Error,
    wrong: "The day in DATE_PLACED_CEASED is not a day of the calendar, written as DD/MM/YYYY.",
    why: "Without it the child seems to wait for adopters, or seems to have ceased to wait, at the wrong time.",
    todo: "Take the day from the agency decision maker's record, or clear the cell if the decision stands.",
    reason: Reason::Data,
    fields: &[placed::DATE_PLACED_CEASED],
    versions: &[Version::always(
        &[placed::DATE_PLACED_CEASED],
        Check::Row(PLACED_ADOPTION, |d| Ok(d.is_no_day(placed::DATE_PLACED_CEASED))),
    )],
    cases: &[Case {
        about: "blank says that the decision stands",
        given: "
            PlacedAdoption | DATE_PLACED_CEASED
                           | 01/05/2026
            >              | 31/04/2026
            >              | 01/05/26
                           |
        ",
    }],
};
