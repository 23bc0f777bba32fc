//! A child who was looked after on 1 April was so on 31 March: the episode stands in both returns. Not asked of a
//! child who is not in last year's return at all (NoE).
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "562",
    level: Level::Error,
    wrong: "The child's first episode begins before this collection year, and last year's return does not end with it.",
    why: "The two returns then tell of different time in care.",
    todo: "Correct DECOM, or send last year's return again.",
    reason: Reason::Data,
    fields: &[ep::DECOM],
    versions: &[Version::always(&[ep::CHILD, ep::DECOM], Check::Child(is_not_in_last_year))
        .needs_prior(&[ep::CHILD, ep::DECOM])],
    cases: &[Case {
        about: "last year's latest episode must begin on the same day",
        given: "
            2025/26
            Episodes      | CHILD | DECOM
                          | 1     | 01/02/2025
                          | 1     | 01/05/2025
            >             | 2     | 02/02/2025
                          | 2     | 01/05/2025
                          | 3     | 01/04/2025
                          | 4     | 01/02/2025
            ?             | 1     | 31/02/2025
            Episodes_last | CHILD | DECOM
                          | 1     | 01/05/2024
                          | 1     | 01/02/2025
                          | 2     | 01/02/2025
                          | 3     | 01/02/2025
        ",
    }],
};
fn is_not_in_last_year(child: Child, told: &mut Told) {
    let first = told.in_order(child.rows(EPISODES), ep::DECOM).into_iter().next();
    if let (Some(first), Some(last)) = (first, latest(child.last(EPISODES))) {
        told.ask(&[first], || {
            let began = first.day(ep::DECOM)?;
            Ok(before(began, Some(child.given().start)) && began != last.day(ep::DECOM)?)
        });
    }
}
