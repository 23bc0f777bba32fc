//! The date of a review.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "166",
    level: Level::Error,
    wrong: "The review has no date, or one that is no day of the calendar.",
    why: "Whether the review was held in time can only be told from its date.",
    todo: "Give the day on which the review was held.",
    reason: Reason::Guidance,
    fields: &[reviews::REVIEW],
    versions: &[Version::always(
        &[reviews::REVIEW],
        Check::Row(REVIEWS, |r| Ok(r.is_blank(reviews::REVIEW) || r.is_no_day(reviews::REVIEW))),
    )],
    cases: &[Case {
        about: "a review must have a day",
        given: "
                Reviews | CHILD | REVIEW
                        | 1     | 30/11/2026
                >       | 2     | 31/11/2026
                >       | 3     | 30/11/26
                >       | 4     |

            ",
    }],
};
