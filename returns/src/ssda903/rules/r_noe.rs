//! A child who was looked after before 1 April stands in last year's return. It is skipped where
//! last year's return was not given.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "NoE",
    level: Level::Error,
    wrong: "The child was looked after before this collection year, and last year's return has no episode of the \
        child.",
    why: "A child was left out of last year's return, or came into care later than this one says.",
    todo: "Check DECOM and the child's id; if they are right, send last year's return again.",
    reason: Reason::Data,
    fields: &[ep::DECOM],
    versions: &[Version::always(&[ep::CHILD, ep::DECOM], Check::Child(is_missing_last_year))
        .needs_prior(&[ep::CHILD, ep::DECOM])],
    cases: &[Case {
        about: "only the first episode is shown",
        given: "
                2025/26
                Episodes      | CHILD | DECOM
                              | 1     | 01/02/2025
                >             | 2     | 31/03/2025
                              | 2     | 01/05/2025
                              | 3     | 01/04/2025
                              |       | 01/02/2025
                ?             | 4     | 31/02/2025
                Episodes_last | CHILD | DECOM
                              | 1     | 01/05/2023
            ",
    }],
};
fn is_missing_last_year(child: Child, told: &mut Told) {
    let first = told.in_order(child.rows(EPISODES), ep::DECOM).into_iter().next();
    let Some(first) = first.filter(|e| e.is_filled(ep::CHILD)) else { return };
    if child.last(EPISODES).is_empty() {
        told.ask(&[first], || Ok(before(first.day(ep::DECOM)?, Some(child.given().start))));
    }
}
