//! How the child took part in a review.
//! Of a row without a review nothing need be said.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "167",
    level: Level::Error,
    wrong: "How the child took part in the review is missing or is not a code of the return.",
    why: "Children have a right to be heard at their reviews, and this cell is the only trace of it.",
    todo: "Give one of PN0 to PN7.",
    reason: Reason::People,
    fields: &[reviews::REVIEW_CODE],
    versions: &[Version::always(
        &[reviews::REVIEW, reviews::REVIEW_CODE],
        Check::Row(REVIEWS, says_nothing_of_the_child),
    )],
    cases: &[Case {
        about: "a code in small letters is none",
        given: "
                Reviews | CHILD | REVIEW     | REVIEW_CODE
                        | 1     | 30/11/2026 | PN3
                        | 2     | 30/11/2026 | PN0
                        | 3     |            |
                >       | 4     | 30/11/2026 |
                >       | 5     | 30/11/2026 | pn3
                >       | 6     | 30/11/2026 | PN8
                >       | 7     |            | PN8

            ",
    }],
};
fn says_nothing_of_the_child(r: Row) -> Answer {
    let is_code = codes::holds("s903.review_participation", r.said(reviews::REVIEW_CODE), r.given().end);
    Ok(!is_code && (r.is_filled(reviews::REVIEW) || r.is_filled(reviews::REVIEW_CODE)))
}
