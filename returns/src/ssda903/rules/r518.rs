//! An unmarried couple of two men or two women.
use super::{adoption::are_not, prelude::*};

pub const RULE: Rule = Rule {
    code: "518",
    level: Level::Error,
    wrong: "The legal status is that of an unmarried couple of the same sex, but SEX_ADOPTR is neither MM nor FF.",
    why: "One of the two cells is wrong, and the couple is counted among others.",
    todo: "Give MM or FF, or correct LS_ADOPTR.",
    reason: Reason::Data,
    fields: &[ad1::LS_ADOPTR, ad1::SEX_ADOPTR],
    versions: &[Version::always(
        &[ad1::LS_ADOPTR, ad1::SEX_ADOPTR],
        Check::Row(AD1, |a| are_not(a, "L4", &["MM", "FF"])),
    )],
    cases: &[Case {
        about: "two of the same",
        given: "
            AD1 | LS_ADOPTR | SEX_ADOPTR
            >   | L4        | MF
            >   | L4        | M1
            >   | L4        |
                | L4        | MM
                | L4        | FF
                | L3        | MF
                |           | MF
        ",
    }],
};
