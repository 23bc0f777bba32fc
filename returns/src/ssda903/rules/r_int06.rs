//! A child of OC3 who is not in the Header.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "INT06",
    level: Level::Error,
    wrong: "A child stands in OC3, but not in the Header.",
    why: "Without a Header nobody knows how old the child is, and the row is counted for no one.",
    todo: "Add the child to the Header, or correct the id.",
    reason: Reason::Data,
    fields: &[oc3::CHILD],
    versions: &[Version::always(&[oc3::CHILD, header::CHILD], Check::Row(OC3, |r| is_not_in_header(r, oc3::CHILD)))],
    cases: &[Case {
        about: "a row that names no child is not reported here",
        given: "
                Header  | CHILD
                        | 1
                        | 3
                OC3     | CHILD
                        | 1
                >       | 2
                        |
                >       | 2

            ",
    }],
};
