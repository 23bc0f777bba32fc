//! A child in PrevPerm who is not in the Header.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "INT07",
    level: Level::Error,
    wrong: "The child has a row in PrevPerm and none in the Header.",
    why: "Without sex, age and ethnicity the child whose permanent home broke down is counted nowhere.",
    todo: "Add the child to the Header, or correct the id in PrevPerm.",
    reason: Reason::Data,
    fields: &[prev_perm::CHILD],
    versions: &[Version::always(
        &[header::CHILD, prev_perm::CHILD],
        Check::Row(PREV_PERM, |r| is_not_in_header(r, prev_perm::CHILD)),
    )],
    cases: &[Case {
        about: "a row without an id names no child",
        given: "
            Header | CHILD
                   | 1
            PrevPerm | CHILD
                     | 1
            >        | 2
                     |
        ",
    }],
};
