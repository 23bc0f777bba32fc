//! The check letter of a UPN.
//!
//! A UPN whose other characters have no value is told only if its first can never be right.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "1510",
    level: Level::Error,
    wrong: "The first letter of the UPN is not the one that its other characters give.",
    why: "A UPN with a slip in it finds no pupil, or finds another child: the census cannot be joined to schools.",
    todo: "Copy the UPN again from the school's record.",
    reason: Reason::Data,
    fields: &[identifiers::UPN],
    versions: &[Version::always(&[identifiers::UPN], Check::Row(CHILD_IDENTIFIERS, has_another_letter))],
    cases: &[
        Case {
            about: "the sum of place times figure, by 23",
            given: "
                ChildIdentifiers | LAchildID | UPN
                                 | 1         | H801200001001
                >                | 2         | A801200001001
                                 | 3         | U80120000100A
                >                | 4         | 9801200001001
                                 | 5         |
            ",
        },
        Case {
            about: "characters that have no value are the business of other rules; a first character that is no letter of a UPN is not",
            given: "
                ChildIdentifiers | LAchildID | UPN
                                 | 1         | H8012X0001001
                                 | 2         | H8012
                >                | 3         | I8012
            ",
        },
    ],
};
fn has_another_letter(child: Row) -> Answer {
    let upn = child.said(identifiers::UPN);
    let Some(first) = upn.chars().next() else { return Ok(false) };
    Ok(!UPN_LETTERS.contains(first) || check_letter(upn).is_some_and(|right| right != first))
}
