//! The shape of a former UPN.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "1560Q",
    level: Level::Query,
    wrong: "The former UPN is not built like a UPN.",
    why: "It is there to find the child under the number they had before: as it stands it finds nobody.",
    todo: "Copy it again: a letter, eleven figures, and a figure or a letter; or take it out, and say why.",
    reason: Reason::Data,
    fields: &[identifiers::FORMER_UPN],
    versions: &[Version::always(&[identifiers::FORMER_UPN], Check::Row(CHILD_IDENTIFIERS, is_misshapen))],
    cases: &[Case {
        about: "a letter, eleven figures, and a figure or a letter",
        given: "
                ChildIdentifiers | LAchildID | FormerUPN
                                 | 1         | H801200001001
                                 | 2         | H80120000100A
                >                | 3         | I801200001001
                >                | 4         | H80120000100
                >                | 5         | H80120000100AB
                >                | 6         | 8801200001001
                                 | 7         |
            ",
    }],
};
fn is_misshapen(child: Row) -> Answer {
    let upn = child.said(identifiers::FORMER_UPN);
    let fits = |(n, c): (usize, char)| match n {
        0 => UPN_LETTERS.contains(c),
        12 => c.is_ascii_digit() || UPN_LETTERS.contains(c),
        _ => c.is_ascii_digit(),
    };
    Ok(!upn.is_empty() && (upn.chars().count() != 13 || !upn.chars().enumerate().all(fits)))
}
