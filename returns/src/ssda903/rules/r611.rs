//! A mother, and no child born.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "611",
    level: Level::Error,
    wrong: "She is a mother, and the date of birth of her first child is missing.",
    why: "Mother and child are helped together: when the child was born says how old she was.",
    todo: "Give the date of birth of her first child, or correct the mother field.",
    reason: Reason::Data,
    fields: &[header::MOTHER, header::MC_DOB],
    versions: &[Version::always(
        &[header::MOTHER, header::MC_DOB],
        Check::Row(HEADER, |h| Ok(h.is(header::MOTHER, &["1"]) && h.is_blank(header::MC_DOB))),
    )],
    cases: &[Case {
        about: "asked of mothers alone; a day that cannot be read is not missing",
        given: "
                Header | CHILD | MOTHER | MC_DOB
                >      | 1     | 1      |
                       | 2     | 1      | 01/05/2026
                       | 3     | 0      |
                       | 4     |        |
                       | 5     | 1      | in May
            ",
    }],
};
