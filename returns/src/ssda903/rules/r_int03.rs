//! A child of Episodes who does not stand in the Header.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "INT03",
    level: Level::Error,
    wrong: "The child stands in Episodes and not in the Header.",
    why: "Who the child is stands in the Header alone: without it nothing here can be counted.",
    todo: "Give the child in the Header, or correct the id.",
    reason: Reason::Data,
    fields: &[ep::CHILD],
    versions: &[Version::always(&[header::CHILD, ep::CHILD], Check::Row(EPISODES, |r| is_not_in_header(r, ep::CHILD)))],
    cases: &[Case {
        about: "a row that names no child is not told here",
        given: "
                Header | CHILD
                       | 1
                       | 3
                Episodes | CHILD
                         | 1
                >        | 2
                >        | 2
                         |
            ",
    }],
};
