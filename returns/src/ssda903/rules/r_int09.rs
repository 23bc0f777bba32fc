//! A child of UASC who is not in the Header.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "INT09",
    level: Level::Error,
    wrong: "A child stands in UASC, but not in the Header.",
    why: "Without a Header nobody knows how old the child is, and the row is counted for no one.",
    todo: "Add the child to the Header, or correct the id.",
    reason: Reason::Data,
    fields: &[uasc::CHILD],
    versions: &[Version::always(&[uasc::CHILD, header::CHILD], Check::Row(UASC, |r| is_not_in_header(r, uasc::CHILD)))],
    cases: &[Case {
        about: "a row that names no child is not reported here",
        given: "
                Header  | CHILD
                        | 1
                        | 3
                UASC    | CHILD
                        | 1
                >       | 2
                        |
                >       | 2

            ",
    }],
};
