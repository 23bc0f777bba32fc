//! Matched before it was decided that adoption is best.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "333",
    level: Level::Error,
    wrong: "Child and adopters were matched before the decision that adoption is best for the child, or that \
        decision has no day.",
    why: "A family is sought only after the decision; the time between the two would be negative, or cannot be \
        counted.",
    todo: "Check DATE_INT and DATE_MATCH.",
    reason: Reason::Data,
    fields: &[ad1::DATE_INT],
    versions: &[Version::always(&[ad1::DATE_INT, ad1::DATE_MATCH], Check::Row(AD1, is_matched_before_the_decision))],
    cases: &[Case {
        about: "a match without a decision is reported too",
        given: "
            AD1 | DATE_INT   | DATE_MATCH
            >   | 02/05/2026 | 01/05/2026
                | 01/05/2026 | 01/05/2026
            >   |            | 01/05/2026
                | 01/05/2026 |
                |            |
            ?   | 31/04/2026 | 01/05/2026
        ",
    }],
};
fn is_matched_before_the_decision(a: Row) -> Answer {
    let (decided, matched) = (a.day(ad1::DATE_INT)?, a.day(ad1::DATE_MATCH)?);
    Ok(matched.is_some() && decided.is_none() || before(matched, decided))
}
