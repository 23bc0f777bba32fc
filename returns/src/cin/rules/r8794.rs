//! A disability twice.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8794",
    level: Level::Error,
    wrong: "The child has the same disability code more than once.",
    why: "One of them was meant to be another, or the child is counted twice among those with it.",
    todo: "Keep one, and see which other disability was meant.",
    reason: Reason::Data,
    fields: &[disabilities::DISABILITY],
    versions: &[Version::always(
        &[disabilities::LA_CHILD_ID, disabilities::DISABILITY],
        Check::Child(|child, told| told.each_copy(child.rows(DISABILITIES), disabilities::DISABILITY)),
    )],
    cases: &[Case {
        about: "every copy; the same code of another child is none",
        given: "
                Disabilities | LAchildID | Disability
                >            | 1         | MOB
                             | 1         | VIS
                >            | 1         | MOB
                             | 2         | MOB
                             | 3         |
                             | 3         |
            ",
    }],
};
