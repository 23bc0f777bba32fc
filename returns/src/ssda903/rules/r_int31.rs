//! A child stands once in AD1.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "INT31",
    level: Level::Error,
    wrong: "The child stands more than once in AD1.",
    why: "A child is adopted once in a year: of two rows it cannot be told which to count.",
    todo: "Keep the row that is true and take the others out.",
    reason: Reason::Data,
    fields: &[ad1::CHILD],
    versions: &[Version::always(
        &[ad1::CHILD],
        Check::Child(|child, told| told.each_copy(child.rows(AD1), ad1::CHILD)),
    )],
    cases: &[Case {
        about: "every copy is reported; rows without a child are no copies",
        given: "
            AD1 | CHILD
            >   | 1
                | 2
            >   | 1
                |
                |
        ",
    }],
};
