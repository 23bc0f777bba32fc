//! A time missing without a first day.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "564",
    level: Level::Error,
    wrong: "The child was missing or away, but the day on which that began is blank.",
    why: "Nobody can tell how long the child was gone.",
    todo: "Give the day from the missing record.",
    reason: Reason::Data,
    fields: &[missing::MISSING, missing::MIS_START],
    versions: &[Version::always(
        &[missing::MISSING, missing::MIS_START],
        Check::Row(MISSING, |m| Ok(m.is(missing::MISSING, &["M", "A"]) && m.is_blank(missing::MIS_START))),
    )],
    cases: &[Case {
        about: "an unreadable day is another matter",
        given: "
                Missing | CHILD | MISSING | MIS_START
                >       | 1     | M       |
                >       | 2     | A       |
                        | 3     | M       | 01/05/2026
                        | 4     | M       | 1/5/26
                        | 5     |         |

            ",
    }],
};
