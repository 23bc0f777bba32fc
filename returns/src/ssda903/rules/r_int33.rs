//! A child stands once in OC2.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "INT33",
    level: Level::Error,
    wrong: "The child stands more than once in OC2.",
    why: "There is one answer to each question for the whole year: of two rows it cannot be told which to count.",
    todo: "Keep the row that is true and take the others out.",
    reason: Reason::Data,
    fields: &[oc2::CHILD],
    versions: &[Version::always(
        &[oc2::CHILD],
        Check::Child(|child, told| told.each_copy(child.rows(OC2), oc2::CHILD)),
    )],
    cases: &[Case {
        about: "every copy is reported",
        given: "
            OC2 | CHILD
            >   | 1
                | 2
            >   | 1
                |
                |
        ",
    }],
};
