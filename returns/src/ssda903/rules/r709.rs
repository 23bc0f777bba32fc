//! Where a child under a deprivation of liberty order is expected: in a children's home (K2) or in one of the other
//! placements Z12 and Z13. Peers never ask it, since they look for a column that no return has.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "709",
    level: Level::Error,
    wrong: "The child is under a deprivation of liberty order in a kind of placement where such an order is not \
        expected.",
    why: "Such an order is made for a place that can keep the child safe in a way which other places may not use.",
    todo: "Check the placement and the days of the order; if both are true, explain it to the department.",
    reason: Reason::Guidance,
    fields: &[dolo::DOLO_START, ep::PLACE],
    versions: &[Version::since(
        2027,
        &[dolo::CHILD, dolo::DOLO_START, ep::CHILD, ep::PLACE],
        Check::Child(|child, told| while_deprived_of_liberty(child, told, is_unexpected)),
    )
    .may_read(&[dolo::DOLO_END, ep::DECOM, ep::DEC])],
    cases: &[
        Case {
            about: "only while the order runs",
            given: "
                DoLo     | CHILD | DOLO_START | DOLO_END
                >        | 1     | 01/06/2026 |
                         | 2     | 01/06/2026 |
                         | 3     | 01/06/2026 | 01/07/2026
                >        | 4     | 01/06/2026 | 02/07/2026
                         | 5     | 01/06/2026 |
                ?        | 6     | 01/06/2026 | 31/06/2026
                Episodes | CHILD | DECOM      | DEC        | PLACE
                >        | 1     | 01/05/2026 |            | U6
                         | 2     | 01/05/2026 |            | K2
                         | 3     | 01/05/2026 | 01/06/2026 | U6
                         | 3     | 01/06/2026 | 01/07/2026 | Z12
                         | 3     | 01/07/2026 |            | U6
                >        | 4     | 01/07/2026 |            | R1
                         | 5     | 01/05/2026 |            |
                ?        | 6     | 01/05/2026 |            | U6

            ",
        },
        Case {
            about: "without the days of the episodes any of them may be at the time",
            given: "
                DoLo     | CHILD | DOLO_START
                >        | 1     | 01/06/2026
                         | 2     | 01/06/2026
                Episodes | CHILD | PLACE
                >        | 1     | U6
                         | 2     | K2
            ",
        },
    ],
};
fn is_unexpected(e: Row) -> bool {
    e.is_filled(ep::PLACE) && !e.is(ep::PLACE, &["K2", "Z12", "Z13"])
}
