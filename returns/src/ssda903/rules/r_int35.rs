//! A child stands once in PrevPerm.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "INT35",
    level: Level::Error,
    wrong: "The child stands more than once in PrevPerm.",
    why: "One earlier permanent home is asked of; of two rows it cannot be told which to count.",
    todo: "Keep the row that is true and take the others out.",
    reason: Reason::Data,
    fields: &[prev_perm::CHILD],
    versions: &[Version::always(
        &[prev_perm::CHILD],
        Check::Child(|child, told| told.each_copy(child.rows(PREV_PERM), prev_perm::CHILD)),
    )],
    cases: &[Case {
        about: "every copy is reported",
        given: "
            PrevPerm | CHILD
            >        | 1
                     | 2
            >        | 1
                     |
                     |
        ",
    }],
};
