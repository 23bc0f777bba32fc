//! A child stands once in UASC.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "INT36",
    level: Level::Error,
    wrong: "The child stands more than once in UASC.",
    why: "The table has one answer for each child: of two rows it cannot be told which to count.",
    todo: "Keep the row that is true and take the others out.",
    reason: Reason::Data,
    fields: &[uasc::CHILD],
    versions: &[Version::always(
        &[uasc::CHILD],
        Check::Child(|child, told| told.each_copy(child.rows(UASC), uasc::CHILD)),
    )],
    cases: &[Case {
        about: "every copy is reported; rows without a child are no copies",
        given: "
                UASC | CHILD
                >    | 1
                     | 2
                >    | 1
                     |
                     |

            ",
    }],
};
