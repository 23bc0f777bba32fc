//! Missing before birth. The day of birth itself is not before it, as the words go, though in 708 it is taken for too
//! early.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "586",
    level: Level::Error,
    wrong: "The child went missing before it was born.",
    why: "One of the two days is not true, and the age of missing children is counted from them.",
    todo: "Correct the day or the date of birth.",
    reason: Reason::Data,
    fields: &[missing::MIS_START],
    versions: &[Version::always(
        &[missing::DOB, missing::MIS_START],
        Check::Row(MISSING, |m| Ok(before(m.day(missing::MIS_START)?, m.day(missing::DOB)?))),
    )],
    cases: &[Case {
        about: "the day of birth is not before it",
        given: "
                Missing | CHILD | DOB        | MIS_START
                >       | 1     | 02/05/2026 | 01/05/2026
                        | 2     | 02/05/2026 | 02/05/2026
                        | 3     |            | 02/05/2026
                        | 4     | 02/05/2026 |
                ?       | 5     | 2/5/2026   | 01/05/2026

            ",
    }],
};
