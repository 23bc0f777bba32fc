//! Placed for adoption before the decision.
use super::{adoption::report_late_decisions, prelude::*};

pub const RULE: Rule = Rule {
    code: "552",
    level: Level::Error,
    wrong: "The child was placed for adoption before it was decided that the child should be.",
    why: "A child may be placed with adopters only after the agency's decision, so one of the days is wrong.",
    todo: "Check DATE_PLACED, and the day on which the placement for adoption began.",
    reason: Reason::Law,
    fields: &[placed::DATE_PLACED, ep::DECOM],
    versions: &[Version::always(
        &[ep::CHILD, ep::DECOM, ep::PLACE, placed::CHILD, placed::DATE_PLACED],
        Check::Child(is_placed_too_early),
    )
    .may_read(&[placed::DATE_PLACED_CEASED])],
    cases: &[Case {
        about: "any decision that stood on the day will do",
        given: "
            Episodes | CHILD | DECOM      | PLACE
            >        | 1     | 01/05/2026 | A3
                     | 1     | 02/05/2026 | A5
                     | 2     | 02/05/2026 | A4
                     | 3     | 01/05/2026 | U5
                     | 4     | 01/05/2026 | A4
            >        | 5     | 01/05/2026 | A4
                     | 6     | 01/05/2026 | A4
            ?        | 7     | 01/05/2026 | A4
            PlacedAdoption | CHILD | DATE_PLACED | DATE_PLACED_CEASED
            >              | 1     | 02/05/2026  |
                           | 2     | 02/05/2026  |
                           | 3     | 02/05/2026  |
                           | 4     | 01/05/2025  | 01/06/2026
                           | 4     | 01/07/2026  |
                           | 5     | 01/05/2025  | 01/06/2025
            >              | 5     | 01/07/2026  |
                           | 6     |             |
                           | 7     | 01/05/26    |
        ",
    }],
};
fn is_placed_too_early(child: Child, told: &mut Told) {
    for e in child.rows(EPISODES).iter().filter(|e| e.is(ep::PLACE, PLACED_FOR_ADOPTION)) {
        report_late_decisions(e, e.day(ep::DECOM), told);
    }
}
