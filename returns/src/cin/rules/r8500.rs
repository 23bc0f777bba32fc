//! A child without an id.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8500",
    level: Level::Error,
    wrong: "The child has no LAchildID.",
    why: "Without it nobody can say which child the return speaks of, this year or next.",
    todo: "Give the local authority's own id for the child.",
    reason: Reason::Data,
    fields: &[identifiers::LA_CHILD_ID],
    versions: &[Version::always(
        &[identifiers::LA_CHILD_ID],
        Check::Row(CHILD_IDENTIFIERS, |child| Ok(child.is_blank(identifiers::LA_CHILD_ID))),
    )],
    cases: &[Case {
        about: "white space is no id",
        given: "
            ChildIdentifiers | LAchildID
                             | 1001
            >                |
        ",
    }],
};
