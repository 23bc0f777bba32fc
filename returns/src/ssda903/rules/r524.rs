//! A married couple of two men or two women.
use super::{adoption::are_not, prelude::*};

pub const RULE: Rule = Rule {
    code: "524",
    level: Level::Error,
    wrong: "The legal status is that of a married couple of the same sex, but SEX_ADOPTR is neither MM nor FF.",
    why: "One of the two cells is wrong, and the couple is counted among others.",
    todo: "Give MM or FF, or correct LS_ADOPTR.",
    reason: Reason::Data,
    fields: &[ad1::LS_ADOPTR, ad1::SEX_ADOPTR],
    versions: &[Version::always(
        &[ad1::LS_ADOPTR, ad1::SEX_ADOPTR],
        Check::Row(AD1, |a| are_not(a, "L12", &["MM", "FF"])),
    )],
    cases: &[Case {
        about: "L4, the unmarried couple, is rule 518's matter",
        given: "
            AD1 | LS_ADOPTR | SEX_ADOPTR
            >   | L12       | MF
            >   | L12       | F1
            >   | L12       |
                | L12       | MM
                | L12       | FF
                | L4        | F1
                | L11       | MF
        ",
    }],
};
