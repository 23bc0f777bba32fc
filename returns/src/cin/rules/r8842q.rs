//! A review without a day.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8842Q",
    level: Level::Query,
    wrong: "A review of a child protection plan has no day.",
    why: "Whether reviews are held in time is counted from their days.",
    todo: "Give the day of the review, or take the review out if it was not held.",
    reason: Reason::Data,
    fields: &[reviews::CPP_REVIEW_DATE],
    versions: &[Version::always(
        &[reviews::CPP_REVIEW_DATE],
        Check::Row(REVIEWS, |r| Ok(r.is_blank(reviews::CPP_REVIEW_DATE))),
    )],
    cases: &[Case {
        about: "a day that cannot be read is not missing",
        given: "
                Reviews | LAchildID | CPPreviewDate
                        | 1         | 2026-05-01
                >       | 2         |
                        | 3         | not known
            ",
    }],
};
