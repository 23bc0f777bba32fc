//! Adopted, and the plan given up. As in 525, a decision that another has replaced is none of the adoption's.
use super::{adoption::is_replaced, prelude::*};

pub const RULE: Rule = Rule {
    code: "558",
    level: Level::Error,
    wrong: "The child left care by adoption, but the decision that the child should be placed for adoption is shown \
        as reversed.",
    why: "An adoption carries the plan out; only one of the two can have happened.",
    todo: "Clear DATE_PLACED_CEASED and its reason; or correct the reason for which the episode ended.",
    reason: Reason::Data,
    fields: &[placed::DATE_PLACED_CEASED, ep::REC],
    versions: &[Version::always(
        &[ep::CHILD, ep::REC, placed::CHILD, placed::DATE_PLACED_CEASED],
        Check::Child(is_adopted_after_reversal),
    )
    .may_read(&[placed::DATE_PLACED, placed::REASON_PLACED_CEASED])],
    cases: &[Case {
        about: "a second decision may lead to an adoption",
        given: "
            Episodes | CHILD | REC
            >        | 1     | E11
                     | 2     | E12
                     | 3     | E4A
                     | 4     | E12
            PlacedAdoption | CHILD | DATE_PLACED | DATE_PLACED_CEASED
            >              | 1     | 01/05/2025  | 01/05/2026
                           | 2     | 01/05/2025  |
                           | 3     | 01/05/2025  | 01/05/2026
                           | 4     | 01/05/2025  | 01/06/2025
                           | 4     | 01/07/2025  |
        ",
    }],
};
fn is_adopted_after_reversal(child: Child, told: &mut Told) {
    let reversed = |d: &Row| d.is_filled(placed::DATE_PLACED_CEASED) && !is_replaced(*d);
    for e in child.rows(EPISODES).iter().filter(|e| e.is(ep::REC, ADOPTED)) {
        child.rows(PLACED_ADOPTION).iter().filter(reversed).for_each(|d| told.breaks(&[e, d]));
    }
}
