//! Why the decision was reversed.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "120",
    level: Level::Error,
    wrong: "What is given as the reason for giving up the plan of adoption is not one of the return's codes.",
    why: "It cannot be told why the plan of adoption failed for this child.",
    todo: "Give RD1, RD2, RD3 or RD4.",
    reason: Reason::Data,
    fields: &[placed::REASON_PLACED_CEASED],
    versions: &[Version::always(
        &[placed::REASON_PLACED_CEASED],
        Check::Row(PLACED_ADOPTION, |d| Ok(is_no_code(d, placed::REASON_PLACED_CEASED, "s903.reason_placed_ceased"))),
    )],
    cases: &[Case {
        about: "the codes as they are written",
        given: "
            PlacedAdoption | REASON_PLACED_CEASED
                           | RD1
                           | RD4
            >              | RD5
            >              | rd1
            >              | 1
                           |
        ",
    }],
};
