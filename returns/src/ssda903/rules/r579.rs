//! Two decisions at once. Reported is the later one, the new decision of which the text speaks, though in 574 it is
//! at times the earlier.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "579",
    level: Level::Error,
    wrong: "A new decision that the child should be placed for adoption begins while an earlier one still stood.",
    why: "A child has one plan at a time; the waiting time would be counted twice.",
    todo: "Give the day on which the earlier decision was reversed; it must not lie after the day of the new one.",
    reason: Reason::Data,
    fields: &[placed::DATE_PLACED, placed::DATE_PLACED_CEASED],
    versions: &[Version::always(
        &[placed::CHILD, placed::DATE_PLACED, placed::DATE_PLACED_CEASED],
        Check::Child(are_at_once),
    )],
    cases: &[Case {
        about: "the later decision is reported; it may begin on the day on which the earlier one ends",
        given: "
            PlacedAdoption | CHILD | DATE_PLACED | DATE_PLACED_CEASED
            >              | 1     | 01/06/2026  |
                           | 1     | 01/05/2026  |
                           | 2     | 01/05/2026  | 02/06/2026
            >              | 2     | 01/06/2026  |
                           | 3     | 01/05/2026  | 01/06/2026
                           | 3     | 01/06/2026  |
                           | 4     | 01/05/2026  |
                           | 4     |             |
                           | 5     | 01/05/2026  | soon
            ?              | 5     | 01/06/2026  |
        ",
    }],
};
fn are_at_once(child: Child, told: &mut Told) {
    let decisions = told.in_order(child.rows(PLACED_ADOPTION), placed::DATE_PLACED);
    for (n, decision) in decisions.iter().enumerate() {
        told.ask(&[*decision], || {
            for earlier in &decisions[..n] {
                let reversed = earlier.day(placed::DATE_PLACED_CEASED)?;
                if reversed.is_none() || before(decision.day(placed::DATE_PLACED)?, reversed) {
                    return Ok(true);
                }
            }
            Ok(false)
        });
    }
}
