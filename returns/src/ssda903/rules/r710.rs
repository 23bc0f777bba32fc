//! Where no deprivation of liberty order can be: a secure children's home has orders of its own, custody too; with
//! parents and in supported accommodation nobody may be deprived of liberty. Peers never ask it, since they look for a
//! column that no return has.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "710",
    level: Level::Error,
    wrong: "While the deprivation of liberty order ran, the child lived where none can be: K1, P1, R5 or K3.",
    why: "In such a place the order cannot be used: the child is there unlawfully, or one of the rows is wrong.",
    todo: "Check where the child was while the order ran, and on what authority; correct the placement or the days \
        of the order.",
    reason: Reason::Law,
    fields: &[dolo::DOLO_START, ep::PLACE],
    versions: &[Version::since(
        2027,
        &[dolo::CHILD, dolo::DOLO_START, ep::CHILD, ep::PLACE],
        Check::Child(|child, told| while_deprived_of_liberty(child, told, cannot_be)),
    )
    .may_read(&[dolo::DOLO_END, ep::DECOM, ep::DEC])],
    cases: &[
        Case {
            about: "only while the order runs",
            given: "
                DoLo     | CHILD | DOLO_START | DOLO_END
                >        | 1     | 01/06/2026 |
                >        | 2     | 01/06/2026 |
                >        | 3     | 01/06/2026 |
                >        | 4     | 01/06/2026 |
                         | 5     | 01/06/2026 |
                         | 6     | 01/06/2026 |
                         | 7     |            |
                Episodes | CHILD | DECOM      | DEC        | PLACE
                >        | 1     | 01/05/2026 |            | K1
                >        | 2     | 01/05/2026 |            | P1
                >        | 3     | 01/05/2026 |            | R5
                >        | 4     | 01/05/2026 |            | K3
                         | 5     | 01/05/2026 |            | K2
                         | 6     | 01/05/2026 | 01/06/2026 | K1
                         | 7     | 01/05/2026 |            | K1

            ",
        },
        Case {
            about: "without the days of the episodes any of them may be at the time",
            given: "
                DoLo     | CHILD | DOLO_START
                >        | 1     | 01/06/2026
                         | 2     | 01/06/2026
                Episodes | CHILD | PLACE
                >        | 1     | K1
                         | 2     | K2
            ",
        },
    ],
};
fn cannot_be(e: Row) -> bool {
    e.is(ep::PLACE, &["K1", "P1", "R5", "K3"])
}
