//! One child's id, two records.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8510",
    level: Level::Error,
    wrong: "Two or more records have the same LAchildID.",
    why: "Of two records it cannot be told which is the child, so both are counted.",
    todo: "Join the records if they are of one child; give the other child their own id if they are not.",
    reason: Reason::Data,
    fields: &[identifiers::LA_CHILD_ID],
    versions: &[Version::always(
        &[identifiers::LA_CHILD_ID],
        Check::Child(|child, told| told.each_copy(child.rows(CHILD_IDENTIFIERS), identifiers::LA_CHILD_ID)),
    )],
    cases: &[Case {
        about: "capitals or not; records without an id are no copies",
        given: "
                ChildIdentifiers | LAchildID
                >                | A1
                                 | A2
                >                | a1
                                 |
                                 |
            ",
    }],
};
