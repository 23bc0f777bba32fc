//! A child who is adopted by their foster carers stays where they are, so no change of carer can begin that episode.
//! Asked of episodes since 1 April 2015, from which day the family of rules to which this one belongs holds; the
//! published text gives no day.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "217",
    level: Level::Error,
    wrong: "The child is placed for adoption with those who foster them, yet the episode's reason says that the \
        carers changed, or nothing.",
    why: "The count of placement moves would hold a move that never was.",
    todo: "Give T or U (S if the child comes into care so), or the placement type for adopters who are not the \
        foster carers.",
    reason: Reason::Guidance,
    fields: &[ep::PLACE, ep::DECOM, ep::RNE],
    versions: &[Version::always(&[ep::PLACE, ep::DECOM, ep::RNE], Check::Row(EPISODES, is_a_move))],
    cases: &[Case {
        about: "S, T and U, since April 2015",
        given: "
            Episodes | CHILD | DECOM      | PLACE | RNE
            >        | 1     | 01/05/2026 | A3    | P
            >        | 2     | 01/05/2026 | A5    |
                     | 3     | 01/05/2026 | A5    | T
                     | 4     | 01/05/2026 | A5    | U
                     | 5     | 01/05/2026 | A3    | S
                     | 6     | 01/05/2026 | A4    | P
                     | 7     | 31/03/2015 | A3    | P
            >        | 8     | 01/04/2015 | A3    | B
            ?        | 9     | 2015       | A3    | B
        ",
    }],
};
fn is_a_move(e: Row) -> Answer {
    if !e.is(ep::PLACE, &["A3", "A5"]) || e.is(ep::RNE, &["S", "T", "U"]) {
        return Ok(false);
    }
    Ok(e.day(ep::DECOM)?.is_some_and(|began| began >= date(2015, 4, 1)))
}
