//! A placement order without a decision that stands.
use super::{adoption::report_order_without_decision, prelude::*};

pub const RULE: Rule = Rule {
    code: "553",
    level: Level::Error,
    wrong: "The court has made a placement order, and PlacedAdoption holds no decision in force behind it.",
    why: "Under the order the authority may place the child with adopters; if the plan was given up, the order is \
        to be revoked.",
    todo: "Give DATE_PLACED in PlacedAdoption; if the decision was reversed, see that the order is ended.",
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
        Check::Child(|child, told| report_order_without_decision(child, "E1", told)),
    )],
    cases: &[Case {
        about: "only orders that are in force; the episode is reported where there is no decision to report",
        given: "
            Episodes | CHILD | LS | DEC
                     | 1     | E1 |
            >        | 2     | E1 |
                     | 3     | E1 | 01/05/2026
                     | 4     | C2 |
                     | 5     | E1 |
                     | 6     | E1 |
                     | 7     | E1 |
            PlacedAdoption | CHILD | DATE_PLACED | DATE_PLACED_CEASED | REASON_PLACED_CEASED
                           | 1     | 01/04/2026  |                    |
            >              | 5     | 01/04/2026  | 01/05/2026         | RD1
            >              | 6     |             |                    |
                           | 7     | 01/04/2026  |                    | RD3
                           | 7     | 01/05/2026  |                    |
        ",
    }],
};
