//! A first day of which nothing is said.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "565",
    level: Level::Error,
    wrong: "A day is given on which the child went, but not whether the child was missing or away.",
    why: "Missing and away are counted apart, and this time is counted as neither.",
    todo: "Give M or A from the missing record, or take the day out.",
    reason: Reason::Data,
    fields: &[missing::MISSING, missing::MIS_START],
    versions: &[Version::always(
        &[missing::MISSING, missing::MIS_START],
        Check::Row(MISSING, |m| Ok(m.is_filled(missing::MIS_START) && m.is_blank(missing::MISSING))),
    )],
    cases: &[Case {
        about: "whatever the day says",
        given: "
                Missing | CHILD | MISSING | MIS_START
                >       | 1     |         | 01/05/2026
                >       | 2     |         | 1/5/26
                        | 3     | M       | 01/05/2026
                        | 4     |         |
                        | 5     | A       |

            ",
    }],
};
