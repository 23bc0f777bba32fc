//! A child stands once in the Header.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "INT32",
    level: Level::Error,
    wrong: "The child stands more than once in the Header.",
    why: "Of two rows it cannot be told who the child is, so all that rests on it is uncertain.",
    todo: "Keep the row that is true and take the others out.",
    reason: Reason::Data,
    fields: &[header::CHILD],
    versions: &[Version::always(
        &[header::CHILD],
        Check::Child(|child, told| told.each_copy(child.rows(HEADER), header::CHILD)),
    )],
    cases: &[Case {
        about: "every copy is reported; rows without a child are no copies",
        given: "
                Header | CHILD
                >      | 1
                       | 2
                >      | 1
                       |
                       |
            ",
    }],
};
