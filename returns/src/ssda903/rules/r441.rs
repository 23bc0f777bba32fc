//! Too young to take part in a review.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "441",
    level: Level::Error,
    wrong: "The review says how the child took part, and the child was under 4.",
    why: "From 4 on children say what they think of how they live, and the return says how each of them did.",
    todo: "Correct how the child took part, the day of the review, or the date of birth.",
    reason: Reason::Data,
    fields: &[reviews::DOB, reviews::REVIEW, reviews::REVIEW_CODE],
    versions: &[Version::always(
        &[reviews::DOB, reviews::REVIEW, reviews::REVIEW_CODE],
        Check::Row(REVIEWS, is_of_another_age),
    )],
    cases: &[Case {
        about: "the fourth birthday is 4",
        given: "
                Reviews | CHILD | DOB        | REVIEW     | REVIEW_CODE
                        | 1     | 01/05/2022 | 01/05/2026 | PN1
                >       | 2     | 02/05/2022 | 01/05/2026 | PN7
                        | 3     | 02/05/2022 | 01/05/2026 | PN0
                        | 4     |            | 01/05/2026 | PN2
                        | 5     | 01/06/2025 |            | PN2
                ?       | 6     | 1 May 2022 | 01/05/2026 | PN2
            ",
    }],
};
fn is_of_another_age(review: Row) -> Answer {
    if !review.is(reviews::REVIEW_CODE, &["PN1", "PN2", "PN3", "PN4", "PN5", "PN6", "PN7"]) {
        return Ok(false);
    }
    let (born, held) = (review.day(reviews::DOB)?, review.day(reviews::REVIEW)?);
    Ok(born.is_some() && held.is_some() && !is_aged(4, born, held))
}
