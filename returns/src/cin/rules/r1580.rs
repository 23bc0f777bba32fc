//! A child's id with other characters.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "1580",
    level: Level::Error,
    wrong: "The LAchildID has characters that are neither letters nor figures.",
    why: "Hyphens, strokes and blanks are read differently by each system, and the child is not found again next year.",
    todo: "Give the id in letters and figures alone, the same as in other years.",
    reason: Reason::Data,
    fields: &[identifiers::LA_CHILD_ID],
    versions: &[Version::since(2025, &[identifiers::LA_CHILD_ID], Check::Row(CHILD_IDENTIFIERS, has_other_characters))],
    cases: &[Case {
        about: "blanks and hyphens",
        given: "
                ChildIdentifiers | LAchildID
                                 | A1001
                >                | A-1001
                >                | A 1001
                                 |
            ",
    }],
};
fn has_other_characters(child: Row) -> Answer {
    Ok(!child.said(identifiers::LA_CHILD_ID).chars().all(|c| c.is_ascii_alphanumeric()))
}
