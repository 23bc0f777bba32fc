//! The first episode that a return tells of, if it begins in the collection year, is the first of a period of care.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "357",
    level: Level::Error,
    wrong: "The child's first episode begins in this collection year, and its reason is not that the child started \
        to be looked after.",
    why: "Either an episode before it is left out, or a start in care is not counted.",
    todo: "Give S if the child came into care on that day; else add the episode that is left out.",
    reason: Reason::Data,
    fields: &[ep::RNE],
    versions: &[Version::always(&[ep::CHILD, ep::DECOM, ep::RNE], Check::Child(does_not_start))],
    cases: &[Case {
        about: "only the first one, and only from 1 April on",
        given: "
            2025/26
            Episodes | CHILD | DECOM      | RNE
            >        | 1     | 01/04/2025 | P
                     | 1     | 01/05/2025 | L
                     | 2     | 01/05/2025 | S
                     | 2     | 01/06/2025 | P
                     | 3     | 31/03/2025 | L
            >        | 4     | 01/05/2025 |
            ?        | 5     | 31/04/2025 | P
        ",
    }],
};
fn does_not_start(child: Child, told: &mut Told) {
    let Some(first) = told.in_order(child.rows(EPISODES), ep::DECOM).into_iter().next() else { return };
    if !first.is(ep::RNE, &["S"]) {
        told.ask(&[first], || Ok(first.day(ep::DECOM)?.is_some_and(|began| began >= child.given().start)));
    }
}
