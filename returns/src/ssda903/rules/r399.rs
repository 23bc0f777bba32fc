//! Short breaks with what only longer care has.
//!
//! Whether one short break or all of them make it so is not published: of a child who was in other care too the rest is
//! in order.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "399",
    level: Level::Error,
    wrong: "The child was looked after in short breaks alone, and has a mother field or a review.",
    why: "Children in short breaks are not asked for either: the legal status is wrong, or the rows are of another \
        child.",
    todo: "Correct the legal status, or take the mother field and the reviews out.",
    reason: Reason::Data,
    fields: &[header::MOTHER, ep::LS, reviews::REVIEW, reviews::REVIEW_CODE],
    versions: &[Version::always(
        &[ep::CHILD, ep::LS, header::CHILD, header::MOTHER, reviews::CHILD, reviews::REVIEW, reviews::REVIEW_CODE],
        Check::Child(short_breaks_with_more),
    )],
    cases: &[Case {
        about: "a child who was in other care too may have both",
        given: "
                Episodes | CHILD | LS
                >        | 1     | V3
                >        | 1     | V4
                         | 2     | V3
                         | 2     | C2
                         | 3     | V4
                >        | 4     | V4
                Header | CHILD | MOTHER
                >      | 1     | 0
                       | 2     | 0
                       | 3     |
                       | 4     |
                Reviews | CHILD | REVIEW     | REVIEW_CODE
                        | 2     | 01/05/2026 | PN1
                        | 3     |            |
                >       | 4     | 01/05/2026 |
            ",
    }],
};
/// Of a child who was in other care too, none of it is out of place.
fn short_breaks_with_more(child: Child, told: &mut Told) {
    let episodes = child.rows(EPISODES);
    if episodes.is_empty() || !episodes.iter().all(is_short_break) {
        return;
    }
    let mothers = child.rows(HEADER).iter().filter(|h| h.is_filled(header::MOTHER));
    let is_held = |r: &Row| r.is_filled(reviews::REVIEW) || r.is_filled(reviews::REVIEW_CODE);
    let more: Vec<Row> = mothers.chain(child.rows(REVIEWS).iter().filter(is_held)).collect();
    if !more.is_empty() {
        told.breaks(&[more, episodes.iter().collect()].concat());
    }
}
