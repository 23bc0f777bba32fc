//! A child of Reviews who does not stand in the Header.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "INT08",
    level: Level::Error,
    wrong: "The child stands in Reviews and not in the Header.",
    why: "Who the child is stands in the Header alone: without it nothing here can be counted.",
    todo: "Give the child in the Header, or correct the id.",
    reason: Reason::Data,
    fields: &[reviews::CHILD],
    versions: &[Version::always(
        &[header::CHILD, reviews::CHILD],
        Check::Row(REVIEWS, |r| is_not_in_header(r, reviews::CHILD)),
    )],
    cases: &[Case {
        about: "a row that names no child is not told here",
        given: "
                Header | CHILD
                       | 1
                       | 3
                Reviews | CHILD
                        | 1
                >       | 2
                >       | 2
                        |
            ",
    }],
};
