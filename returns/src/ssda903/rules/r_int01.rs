//! A child in AD1 who is not in the Header.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "INT01",
    level: Level::Error,
    wrong: "The child has a row in AD1 and none in the Header.",
    why: "Without sex, age and ethnicity the adoption is counted nowhere.",
    todo: "Add the child to the Header, or correct the id in AD1.",
    reason: Reason::Data,
    fields: &[ad1::CHILD],
    versions: &[Version::always(&[header::CHILD, ad1::CHILD], Check::Row(AD1, |r| is_not_in_header(r, ad1::CHILD)))],
    cases: &[Case {
        about: "a row without an id names no child",
        given: "
            Header | CHILD
                   | 1
            AD1 | CHILD
                | 1
            >   | 2
                |
        ",
    }],
};
