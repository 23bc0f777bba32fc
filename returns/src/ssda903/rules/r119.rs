//! A reversed decision has a day and a reason.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "119",
    level: Level::Error,
    wrong: "The reversal of a decision on adoption has a day without a reason, or a reason without a day.",
    why: "Why plans for adoption fail, and after how long, can be told only from both.",
    todo: "Fill the one that is missing; if the decision stands, clear both.",
    reason: Reason::Data,
    fields: &[placed::REASON_PLACED_CEASED, placed::DATE_PLACED_CEASED],
    versions: &[Version::always(
        &[placed::DATE_PLACED_CEASED, placed::REASON_PLACED_CEASED],
        Check::Row(PLACED_ADOPTION, |d| {
            Ok(d.is_filled(placed::DATE_PLACED_CEASED) != d.is_filled(placed::REASON_PLACED_CEASED))
        }),
    )],
    cases: &[Case {
        about: "both or neither",
        given: "
            PlacedAdoption | DATE_PLACED_CEASED | REASON_PLACED_CEASED
            >              | 01/05/2026         |
            >              |                    | RD1
                           | 01/05/2026         | RD1
                           |                    |
        ",
    }],
};
