//! A score of a child who was not looked after all year.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "185",
    level: Level::Error,
    wrong: "There is an SDQ score, but the child was not looked after throughout the twelve months to 31 March.",
    why: "The score is asked only of children in care all year; another child's score falls into their average.",
    todo: "Check the child's episodes; if the child was not in care all year, clear the score.",
    reason: Reason::Data,
    fields: &[oc2::SDQ_SCORE],
    versions: &[Version::always(
        &[ep::CHILD, ep::DECOM, ep::DEC, ep::LS, ep::REC, ep::RNE, oc2::CHILD, oc2::SDQ_SCORE],
        Check::Row(OC2, |o| Ok(o.is_filled(oc2::SDQ_SCORE) && !is_looked_after_all_year(o.child())?)),
    )],
    cases: &[Case {
        about: "all year, from the second day, short breaks only, and not there at all",
        given: "
            OC2 | CHILD | SDQ_SCORE
                | 1     | 12
            >   | 2     | 12
                | 3     |
            >   | 4     | 12
            >   | 5     | 12
            ?   | 6     | 12
            Episodes | CHILD | DECOM      | DEC | LS | REC | RNE
                     | 1     | 01/04/2026 |     | C2 |     | S
                     | 2     | 02/04/2026 |     | C2 |     | S
                     | 3     | 02/04/2026 |     | C2 |     | S
                     | 4     | 01/05/2025 |     | V3 |     | S
                     | 6     | 32/05/2025 |     | C2 |     | S
        ",
    }],
};
