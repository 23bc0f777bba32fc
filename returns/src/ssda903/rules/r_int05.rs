//! A child in OC2 who is not in the Header.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "INT05",
    level: Level::Error,
    wrong: "The child has a row in OC2 and none in the Header.",
    why: "Without sex, age and ethnicity the child's health is counted nowhere.",
    todo: "Add the child to the Header, or correct the id in OC2.",
    reason: Reason::Data,
    fields: &[oc2::CHILD],
    versions: &[Version::always(&[header::CHILD, oc2::CHILD], Check::Row(OC2, |r| is_not_in_header(r, oc2::CHILD)))],
    cases: &[Case {
        about: "a row without an id names no child",
        given: "
            Header | CHILD
                   | 1
            OC2 | CHILD
                | 1
            >   | 2
                |
        ",
    }],
};
