//! The legal status of the adopters.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "177",
    level: Level::Error,
    wrong: "LS_ADOPTR is not one of the return's codes.",
    why: "Who adopts cannot be counted from it.",
    todo: "Give L0, L11, L12, L2, L3 or L4.",
    reason: Reason::Data,
    fields: &[ad1::LS_ADOPTR],
    versions: &[Version::always(
        &[ad1::LS_ADOPTR],
        Check::Row(AD1, |a| Ok(is_no_code(a, ad1::LS_ADOPTR, "s903.ls_adoptr"))),
    )],
    cases: &[Case {
        about: "L1 was divided into L11 and L12",
        given: "
            AD1 | LS_ADOPTR
                | L0
                | L11
                | L12
            >   | L1
            >   | l2
            >   | L5
                |
        ",
    }],
};
