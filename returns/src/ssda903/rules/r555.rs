//! A freeing order without a decision that stands.
use super::{adoption::report_order_without_decision, prelude::*};

pub const RULE: Rule = Rule {
    code: "555",
    level: Level::Error,
    wrong: "The court has freed the child for adoption, and PlacedAdoption holds no decision in force behind it.",
    why: "A child who was freed waits for adopters; without a decision nobody is looking for them.",
    todo: "Give DATE_PLACED in PlacedAdoption; if the decision was reversed, correct the legal status.",
    reason: Reason::Law,
    fields: &[ep::CHILD, placed::CHILD, placed::DATE_PLACED, placed::DATE_PLACED_CEASED, placed::REASON_PLACED_CEASED],
    versions: &[Version::always(
        &[
            ep::CHILD,
            ep::LS,
            ep::DEC,
            placed::CHILD,
            placed::DATE_PLACED,
            placed::DATE_PLACED_CEASED,
            placed::REASON_PLACED_CEASED,
        ],
        Check::Child(|child, told| report_order_without_decision(child, "D1", told)),
    )
    .until(2024)],
    cases: &[Case {
        about: "freeing orders, not placement orders",
        given: "
            Episodes | CHILD | LS | DEC
                     | 1     | D1 |
            >        | 2     | D1 |
                     | 3     | D1 | 01/05/2023
                     | 4     | E1 |
                     | 5     | D1 |
            PlacedAdoption | CHILD | DATE_PLACED | DATE_PLACED_CEASED | REASON_PLACED_CEASED
                           | 1     | 01/04/2023  |                    |
            >              | 5     | 01/04/2023  | 01/05/2023         | RD1
        ",
    }],
};
