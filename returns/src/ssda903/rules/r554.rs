//! A placement order before the decision. The decision and the episode are both reported, as both are named, though
//! 556 is known to report the episode alone.
use super::{adoption::report_late_decisions, prelude::*};

pub const RULE: Rule = Rule {
    code: "554",
    level: Level::Error,
    wrong: "The placement order was granted before it was decided that the child should be placed for adoption.",
    why: "An authority applies for the order only once it has decided, so one of the days is wrong.",
    todo: "Check DATE_PLACED, and the day on which the legal status became E1.",
    reason: Reason::Law,
    fields: &[placed::DATE_PLACED, ep::DECOM, ep::LS],
    versions: &[Version::always(
        &[ep::CHILD, ep::DECOM, ep::LS, placed::CHILD, placed::DATE_PLACED],
        Check::Child(is_ordered_too_early),
    )
    .may_read(&[ep::DEC, placed::DATE_PLACED_CEASED])
    .helped_by(&[ep::CHILD, ep::DECOM, ep::LS, ep::DEC])],
    cases: &[
        Case {
            about: "the first episode under the order tells when it was granted",
            given: "
                Episodes | CHILD | DECOM      | LS
                         | 1     | 01/04/2026 | C2
                >        | 1     | 01/05/2026 | E1
                         | 1     | 01/06/2026 | E1
                         | 2     | 02/05/2026 | E1
                         | 3     | 01/05/2026 | C2
                         | 4     | 01/05/2026 | E1
                ?        | 5     | 01/05/2026 | E1
                PlacedAdoption | CHILD | DATE_PLACED
                >              | 1     | 02/05/2026
                               | 2     | 02/05/2026
                               | 3     | 02/05/2026
                               | 4     |
                               | 5     | 2/5/2026
            ",
        },
        Case {
            about: "an order of the year before, under which the child moved",
            given: "
                2025/26
                Episodes | CHILD | DECOM      | LS
                >        | 1     | 01/06/2025 | E1
                         | 2     | 01/06/2025 | E1
                PlacedAdoption | CHILD | DATE_PLACED
                >              | 1     | 01/05/2025
                               | 2     | 01/05/2025
                Episodes_last | CHILD | DECOM      | DEC        | LS
                              | 1     | 01/03/2025 | 01/06/2025 | E1
                              | 2     | 01/03/2020 | 01/06/2020 | E1
            ",
        },
    ],
};
fn is_ordered_too_early(child: Child, told: &mut Told) {
    if child.rows(PLACED_ADOPTION).is_empty() {
        return;
    }
    let is_under_order = |e: &Row| e.is(ep::LS, &["E1"]);
    let first = told.in_order(child.rows(EPISODES), ep::DECOM).into_iter().find(is_under_order);
    let Some(first) = first else { return };
    // The order may be older than this year: go back along the episodes that join.
    let day = |e: &Row| e.day(ep::DECOM).unwrap_or(None);
    let mut earlier: Vec<Row> = child.before(EPISODES).filter(is_under_order).filter(|e| day(e).is_some()).collect();
    earlier.sort_by_key(|e| std::cmp::Reverse(day(e)));
    let granted = earlier.into_iter().fold(day(&first), |granted, e| {
        let joins = e.day(ep::DEC).unwrap_or(None) == granted;
        if joins { day(&e) } else { granted }
    });
    report_late_decisions(first, Ok(granted), told);
}
