//! The figures within a UPN.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "1540",
    level: Level::Error,
    wrong: "Characters 5 to 12 of the UPN are not all figures.",
    why: "A UPN that is not built like one finds no pupil.",
    todo: "Copy the UPN again from the school's record.",
    reason: Reason::Data,
    fields: &[identifiers::UPN],
    versions: &[Version::always(&[identifiers::UPN], Check::Row(CHILD_IDENTIFIERS, lacks_figures))],
    cases: &[Case {
        about: "figures that are not there are not figures",
        given: "
                ChildIdentifiers | LAchildID | UPN
                                 | 1         | H801200001001
                                 | 2         | H80120000100A
                >                | 3         | H8012O0001001
                >                | 4         | H8012
                                 | 5         |
            ",
    }],
};
/// Figures that are not there are not figures: no other rule speaks of a UPN that is too short.
fn lacks_figures(child: Row) -> Answer {
    let mut middle = child.said(identifiers::UPN).chars().skip(4).take(8);
    let figures = middle.by_ref().filter(char::is_ascii_digit).count();
    Ok(child.is_filled(identifiers::UPN) && figures != 8)
}
