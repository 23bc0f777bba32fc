//! A new decision although the old one was not taken back.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "583",
    level: Level::Error,
    wrong: "The child has a later decision on adoption, and it is not said when this earlier one was reversed.",
    why: "A child has one plan at a time; two that stand cannot both be counted.",
    todo: "Give DATE_PLACED_CEASED of the earlier decision, also if it was in an earlier year; or take out the \
        decision that is not true.",
    reason: Reason::Data,
    fields: &[placed::DATE_PLACED, placed::DATE_PLACED_CEASED],
    versions: &[Version::always(
        &[placed::CHILD, placed::DATE_PLACED, placed::DATE_PLACED_CEASED],
        Check::Child(is_left_standing),
    )],
    cases: &[Case {
        about: "the last decision may stand",
        given: "
            PlacedAdoption | CHILD | DATE_PLACED | DATE_PLACED_CEASED
            >              | 1     | 01/05/2026  |
                           | 1     | 01/06/2026  |
                           | 2     | 01/05/2026  | 02/05/2026
                           | 2     | 01/06/2026  |
                           | 3     | 01/06/2026  | 02/06/2026
            >              | 3     | 01/05/2026  |
                           | 4     |             |
                           | 4     | 01/06/2026  |
            ?              | 5     | 31/06/2026  |
        ",
    }],
};
fn is_left_standing(child: Child, told: &mut Told) {
    let decisions = told.in_order(child.rows(PLACED_ADOPTION), placed::DATE_PLACED);
    if let Some((_, earlier)) = decisions.split_last() {
        told.each_breaks(earlier.iter().copied().filter(|d| d.is_blank(placed::DATE_PLACED_CEASED)));
    }
}
