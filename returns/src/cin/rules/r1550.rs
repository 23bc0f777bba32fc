//! The last character of a UPN.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "1550",
    level: Level::Error,
    wrong: "Character 13 of the UPN is neither a figure nor a letter that a UPN may carry, or is not its last.",
    why: "A UPN that is not built like one finds no pupil.",
    todo: "Copy the UPN again from the school's record.",
    reason: Reason::Data,
    fields: &[identifiers::UPN],
    versions: &[Version::always(&[identifiers::UPN], Check::Row(CHILD_IDENTIFIERS, ends_otherwise))],
    cases: &[Case {
        about: "the 13th character, and no 14th",
        given: "
                ChildIdentifiers | LAchildID | UPN
                                 | 1         | H801200001001
                                 | 2         | H80120000100A
                >                | 3         | H80120000100S
                >                | 4         | H80120000100
                >                | 5         | H8012000010012
                                 | 6         |
            ",
    }],
};
fn ends_otherwise(child: Row) -> Answer {
    let mut rest = child.said(identifiers::UPN).chars().skip(12);
    let is_good = rest.next().is_some_and(|c| c.is_ascii_digit() || UPN_LETTERS.contains(c)) && rest.next().is_none();
    Ok(child.is_filled(identifiers::UPN) && !is_good)
}
