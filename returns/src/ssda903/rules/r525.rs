//! Adopted although the plan was given up. The text does not speak of a second decision; a child for whom one stands
//! is adopted by it.
use super::{
    adoption::{ITEMS, is_replaced},
    prelude::*,
};

pub const RULE: Rule = Rule {
    code: "525",
    level: Level::Error,
    wrong: "There are particulars of an adoption, but the decision that the child should be placed for adoption was \
        reversed and no other stands.",
    why: "A child whose plan was given up is not adopted under it: either the adoption or the reversal did not happen.",
    todo: "If the child was adopted, clear the reversal or add the later decision; if not, take the row out of AD1.",
    reason: Reason::Data,
    fields: &[
        placed::DATE_PLACED_CEASED,
        ad1::DATE_INT,
        ad1::DATE_MATCH,
        ad1::FOSTER_CARE,
        ad1::NB_ADOPTR,
        ad1::SEX_ADOPTR,
        ad1::LS_ADOPTR,
    ],
    versions: &[Version::always(
        &[
            placed::CHILD,
            placed::DATE_PLACED_CEASED,
            ad1::CHILD,
            ad1::DATE_INT,
            ad1::DATE_MATCH,
            ad1::FOSTER_CARE,
            ad1::NB_ADOPTR,
            ad1::SEX_ADOPTR,
            ad1::LS_ADOPTR,
        ],
        Check::Child(is_adopted_without_a_plan),
    )
    .may_read(&[placed::DATE_PLACED, placed::REASON_PLACED_CEASED])],
    cases: &[Case {
        about: "a second decision may lead to an adoption",
        given: "
            PlacedAdoption | CHILD | DATE_PLACED | DATE_PLACED_CEASED
            >              | 1     | 01/05/2025  | 01/06/2026
                           | 2     | 01/05/2025  |
                           | 3     | 01/05/2025  | 01/06/2026
                           | 4     | 01/05/2025  | 01/06/2025
                           | 4     | 01/07/2025  |
            AD1 | CHILD | DATE_INT   | DATE_MATCH | FOSTER_CARE | NB_ADOPTR | SEX_ADOPTR | LS_ADOPTR
            >   | 1     |            |            | 0           |           |            |
                | 2     | 01/05/2025 | 01/05/2026 | 0           | 1         | F1         | L0
                | 3     |            |            |             |           |            |
                | 4     | 01/07/2025 | 01/05/2026 | 0           | 1         | F1         | L0
        ",
    }],
};
fn is_adopted_without_a_plan(child: Child, told: &mut Told) {
    let reversed = |d: &Row| d.is_filled(placed::DATE_PLACED_CEASED) && !is_replaced(*d);
    for decision in child.rows(PLACED_ADOPTION).iter().filter(reversed) {
        for adoption in child.rows(AD1).iter().filter(|a| is_any_filled(*a, &ITEMS)) {
            told.breaks(&[decision, adoption]);
        }
    }
}
