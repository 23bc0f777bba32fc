//! A child's id that is too long.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "1570",
    level: Level::Error,
    wrong: "The LAchildID has more than 20 characters.",
    why: "The collection takes no more than 20: the rest is cut off, and the child is not found again next year.",
    todo: "Give the local authority's own id for the child, of 20 letters and figures at the most.",
    reason: Reason::Data,
    fields: &[identifiers::LA_CHILD_ID],
    versions: &[Version::since(2025, &[identifiers::LA_CHILD_ID], Check::Row(CHILD_IDENTIFIERS, is_too_long))],
    cases: &[Case {
        about: "20 characters are not too many",
        given: "
                ChildIdentifiers | LAchildID
                                 | ABCDEFGHIJ1234567890
                >                | ABCDEFGHIJ12345678901
                                 |
            ",
    }],
};
fn is_too_long(child: Row) -> Answer {
    Ok(child.said(identifiers::LA_CHILD_ID).chars().count() > 20)
}
