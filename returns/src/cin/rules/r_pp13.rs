//! The outcome.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "PP13",
    level: Level::Query,
    wrong: "The outcome of the pre-proceedings is not built like a code of the return.",
    why: "How they end can be counted only from a code that is known.",
    todo: "Give the code of the outcome, one capital letter; say what it stands for if the collection does not take it.",
    reason: Reason::Ours,
    fields: &[pre_proceedings::PP_OUTCOME],
    versions: &[Version::since(
        PRE_PROCEEDINGS_SINCE,
        &[pre_proceedings::PP_OUTCOME],
        Check::Row(PRE_PROCEEDINGS, is_no_letter),
    )],
    cases: &[Case {
        about: "any capital letter may be a code",
        given: "
                PreProceedings | LAchildID | PPOutcome
                               | 1         | A
                               | 2         | B
                               | 3         |
                >              | 4         | a
                >              | 5         | Stepped down
                >              | 6         | 1
            ",
    }],
};
/// The list of outcomes is not known to us beyond `A`, so only the shape can be asked.
fn is_no_letter(proceedings: Row) -> Answer {
    let outcome = proceedings.said(pre_proceedings::PP_OUTCOME).as_bytes();
    Ok(!matches!(outcome, [] | [b'A'..=b'Z']))
}
