//! Reversed before it was made.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "522",
    level: Level::Error,
    wrong: "The decision to place the child for adoption was reversed before the day on which it was made.",
    why: "The time for which the plan stood would be negative, so one of the days is wrong.",
    todo: "Check DATE_PLACED and DATE_PLACED_CEASED.",
    reason: Reason::Data,
    fields: &[placed::DATE_PLACED, placed::DATE_PLACED_CEASED],
    versions: &[Version::always(
        &[placed::DATE_PLACED, placed::DATE_PLACED_CEASED],
        Check::Row(PLACED_ADOPTION, |d| Ok(before(d.day(placed::DATE_PLACED_CEASED)?, d.day(placed::DATE_PLACED)?))),
    )],
    cases: &[Case {
        about: "the same day is possible",
        given: "
            PlacedAdoption | DATE_PLACED | DATE_PLACED_CEASED
            >              | 02/05/2026  | 01/05/2026
                           | 01/05/2026  | 01/05/2026
                           | 02/05/2026  |
                           |             | 01/05/2026
            ?              | 32/05/2026  | 01/05/2026
        ",
    }],
};
