//! Whether the child was adopted by former foster carers.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "114",
    level: Level::Error,
    wrong: "FOSTER_CARE is neither 0 nor 1.",
    why: "It cannot be counted whether the child could stay with the people who already cared for them.",
    todo: "Give 1 if the adopters had fostered the child, else 0.",
    reason: Reason::Data,
    fields: &[ad1::FOSTER_CARE],
    versions: &[Version::always(
        &[ad1::FOSTER_CARE],
        Check::Row(AD1, |a| Ok(is_no_code(a, ad1::FOSTER_CARE, "s903.foster_care"))),
    )],
    cases: &[Case {
        about: "one digit",
        given: "
            AD1 | FOSTER_CARE
                | 0
                | 1
            >   | 2
            >   | yes
                |
        ",
    }],
};
