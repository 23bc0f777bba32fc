//! Placing decided before the child was in care.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "1003",
    level: Level::Error,
    wrong: "The adoption decision in PlacedAdoption is older than the child's time in care.",
    why: "The agency decides on children it looks after, so one of the days is wrong.",
    todo: "Check DATE_PLACED, and the day on which the child came into care.",
    reason: Reason::Data,
    fields: &[placed::DATE_PLACED, ep::DECOM, ep::RNE],
    versions: &[Version::always(
        &[ep::CHILD, ep::DECOM, ep::RNE, placed::CHILD, placed::DATE_PLACED],
        Check::Child(is_decided_before_care),
    )],
    cases: &[Case {
        about: "the first start counts",
        given: "
            Episodes | CHILD | DECOM      | RNE
            >        | 1     | 01/05/2026 | S
                     | 1     | 01/07/2026 | S
                     | 2     | 01/05/2026 | S
                     | 3     | 01/05/2026 | P
                     | 4     | 01/05/2026 | S
                     | 5     | 01/05/2026 | S
            PlacedAdoption | CHILD | DATE_PLACED
            >              | 1     | 30/04/2026
                           | 1     | 01/06/2026
                           | 2     | 01/05/2026
                           | 3     | 30/04/2026
                           | 4     |
            ?              | 5     | 30 April
        ",
    }],
};
fn is_decided_before_care(child: Child, told: &mut Told) {
    if child.rows(PLACED_ADOPTION).is_empty() {
        return;
    }
    let start = told.in_order(child.rows(EPISODES), ep::DECOM).into_iter().find(|e| e.is(ep::RNE, &["S"]));
    let Some(start) = start else { return };
    for decision in child.rows(PLACED_ADOPTION) {
        told.ask(&[decision, start], || Ok(before(decision.day(placed::DATE_PLACED)?, start.day(ep::DECOM)?)));
    }
}
