//! Two days for one decision. A decision that was reversed is another one than that on which the child was adopted,
//! so it is not compared.
use super::{adoption::is_reversed, prelude::*};

pub const RULE: Rule = Rule {
    code: "523",
    level: Level::Error,
    wrong: "The decision that the child should be placed for adoption has another day in PlacedAdoption than in AD1.",
    why: "It is one decision; with two days the child's wait has two lengths.",
    todo: "Find out when the decision was made, and give that day in DATE_PLACED and in DATE_INT.",
    reason: Reason::Data,
    fields: &[placed::DATE_PLACED, ad1::DATE_INT],
    versions: &[Version::always(
        &[placed::CHILD, placed::DATE_PLACED, ad1::CHILD, ad1::DATE_INT],
        Check::Child(is_decided_on_two_days),
    )
    .may_read(&[placed::DATE_PLACED_CEASED, placed::REASON_PLACED_CEASED])],
    cases: &[Case {
        about: "a decision that was reversed is another one",
        given: "
            PlacedAdoption | CHILD | DATE_PLACED | DATE_PLACED_CEASED
            >              | 1     | 01/05/2026  |
                           | 2     | 01/05/2026  |
                           | 3     | 01/05/2025  | 01/06/2025
                           | 3     | 01/05/2026  |
                           | 4     |             |
                           | 5     | 01/05/2026  |
            ?              | 6     | 01/05/2026  |
            AD1 | CHILD | DATE_INT
            >   | 1     | 02/05/2026
                | 2     | 01/05/2026
                | 3     | 01/05/2026
                | 4     | 01/05/2026
                | 5     |
                | 6     | 01/05/202
        ",
    }],
};
fn is_decided_on_two_days(child: Child, told: &mut Told) {
    for decision in child.rows(PLACED_ADOPTION).iter().filter(|d| !is_reversed(*d)) {
        for adoption in child.rows(AD1) {
            told.ask(&[decision, adoption], || {
                let (placed, best) = (decision.day(placed::DATE_PLACED)?, adoption.day(ad1::DATE_INT)?);
                Ok(placed.is_some() && best.is_some() && placed != best)
            });
        }
    }
}
