//! The plan was given up last year, and this year's decision is no newer. A blank day is no later day, so it is
//! reported; so is last year's reversed decision itself, unchanged.
use super::{
    adoption::{is_reversed, latest_decision},
    prelude::*,
};

pub const RULE: Rule = Rule {
    code: "584",
    level: Level::Error,
    wrong: "Last year's decision that the child should be placed for adoption was reversed, and this year's is not \
        dated after that.",
    why: "A child for whom the plan was given up needs a new decision, and a new one lies after the old one's end.",
    todo: "Give the day of the new decision; or if there is none, take the row out.",
    reason: Reason::Data,
    fields: &[placed::DATE_PLACED],
    versions: &[Version::always(&[placed::CHILD, placed::DATE_PLACED], Check::Child(is_no_new_decision))
        .needs_prior(&[placed::CHILD, placed::DATE_PLACED, placed::DATE_PLACED_CEASED, placed::REASON_PLACED_CEASED])],
    cases: &[Case {
        about: "after the day of the reversal, not on it",
        given: "
            2025/26
            PlacedAdoption | CHILD | DATE_PLACED
            >              | 1     | 01/02/2025
                           | 2     | 02/02/2025
            >              | 3     |
            >              | 4     | 01/06/2025
                           | 5     | 01/06/2025
                           | 6     | 01/06/2025
            ?              | 7     | 01/06/25
            PlacedAdoption_last | CHILD | DATE_PLACED | DATE_PLACED_CEASED | REASON_PLACED_CEASED
                                | 1     | 01/05/2024  | 01/02/2025         | RD1
                                | 2     | 01/05/2024  | 01/02/2025         | RD1
                                | 3     | 01/05/2024  | 01/02/2025         | RD1
                                | 4     | 01/05/2024  |                    | RD1
                                | 5     | 01/05/2024  |                    |
                                | 6     |             | 01/02/2025         | RD1
                                | 7     | 01/05/2024  | 01/02/2025         | RD1
        ",
    }],
};
fn is_no_new_decision(child: Child, told: &mut Told) {
    let last = latest_decision(child.last(PLACED_ADOPTION)).filter(|d| is_reversed(*d));
    let Some(last) = last else { return };
    for decision in child.rows(PLACED_ADOPTION) {
        told.ask(&[decision], || {
            Ok(!before(last.day(placed::DATE_PLACED_CEASED)?, decision.day(placed::DATE_PLACED)?))
        });
    }
}
