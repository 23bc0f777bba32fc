//! A child stands once in OC3.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "INT34",
    level: Level::Error,
    wrong: "The child stands more than once in OC3.",
    why: "The table has one answer for each child: of two rows it cannot be told which to count.",
    todo: "Keep the row that is true and take the others out.",
    reason: Reason::Data,
    fields: &[oc3::CHILD],
    versions: &[Version::always(
        &[oc3::CHILD],
        Check::Child(|child, told| told.each_copy(child.rows(OC3), oc3::CHILD)),
    )],
    cases: &[Case {
        about: "every copy is reported; rows without a child are no copies",
        given: "
                OC3  | CHILD
                >    | 1
                     | 2
                >    | 1
                     |
                     |

            ",
    }],
};
