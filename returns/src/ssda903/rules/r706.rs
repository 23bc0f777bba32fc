//! A deprivation of liberty that was open on 31 March goes on. The child's first row of this year is reported; of a
//! child who has none, the Header. Peers report rows of last year as if they were of this one.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "706",
    level: Level::Error,
    wrong: "Last year the deprivation of liberty order was still open, and no row of this year begins on the same day.",
    why: "Nobody can tell from the two returns when the child was free again.",
    todo: "Add the same order to this return, with the day on which it ended, or correct the day on which it began.",
    reason: Reason::People,
    fields: &[dolo::DOLO_START],
    versions: &[Version::since(
        2027,
        &[dolo::CHILD, dolo::DOLO_START],
        Check::Child(|child, told| not_carried_on(child, told, DOLO_TIMES)),
    )
    .needs_prior(&[dolo::CHILD, dolo::DOLO_START, dolo::DOLO_END])],
    cases: &[Case {
        about: "only what was open must go on",
        given: "
                Header    | CHILD
                          | 1
                          | 2
                          | 3
                >         | 4
                DoLo      | CHILD | DOLO_START
                          | 1     | 01/03/2026
                >         | 2     | 02/03/2026
                          | 3     | 02/04/2026
                DoLo_last | CHILD | DOLO_START | DOLO_END
                          | 1     | 01/03/2026 |
                          | 2     | 01/03/2026 |
                          | 3     | 01/03/2026 | 02/03/2026
                          | 4     | 01/03/2026 |

            ",
    }],
};
