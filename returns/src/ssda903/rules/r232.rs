//! The sex is not known.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "232",
    level: Level::Query,
    wrong: "The child's sex is returned as unknown.",
    why: "It is nearly always known, and a child without it drops out of every table that is divided by it.",
    todo: "Give M or F if it is recorded; if it is truly unknown, explain it to the department.",
    reason: Reason::Data,
    fields: &[header::SEX],
    versions: &[Version::since(2025, &[header::SEX], Check::Row(HEADER, |h| Ok(h.is(header::SEX, &["U"]))))],
    cases: &[Case {
        about: "only the code that says unknown",
        given: "
                Header | CHILD | SEX
                >      | 1     | U
                >      | 2     | u
                       | 3     | M
                       | 4     | F
                       | 5     |

            ",
    }],
};
