//! A reversal of nothing.
use super::{adoption::is_reversed, prelude::*};

pub const RULE: Rule = Rule {
    code: "563",
    level: Level::Error,
    wrong: "A plan of adoption was given up of which it is not told when it was made.",
    why: "How long the plan stood cannot be told.",
    todo: "Give DATE_PLACED; or if there never was such a decision, take the row out.",
    reason: Reason::Data,
    fields: &[placed::DATE_PLACED, placed::REASON_PLACED_CEASED, placed::DATE_PLACED_CEASED],
    versions: &[Version::always(
        &[placed::DATE_PLACED, placed::DATE_PLACED_CEASED, placed::REASON_PLACED_CEASED],
        Check::Row(PLACED_ADOPTION, |d| Ok(d.is_blank(placed::DATE_PLACED) && is_reversed(d))),
    )],
    cases: &[Case {
        about: "a day or a reason is enough",
        given: "
            PlacedAdoption | DATE_PLACED | DATE_PLACED_CEASED | REASON_PLACED_CEASED
            >              |             | 01/05/2026         | RD1
            >              |             | 01/05/2026         |
            >              |             |                    | RD1
                           | 01/04/2026  | 01/05/2026         | RD1
                           |             |                    |
        ",
    }],
};
