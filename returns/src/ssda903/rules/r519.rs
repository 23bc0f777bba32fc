//! Civil partners are a couple.
use super::{
    adoption::{COUPLES, are_not},
    prelude::*,
};

pub const RULE: Rule = Rule {
    code: "519",
    level: Level::Error,
    wrong: "The legal status is that of civil partners, but SEX_ADOPTR is not the code of a couple.",
    why: "It cannot be told whether the child has one new parent or two.",
    todo: "Give MM, FF or MF, or correct LS_ADOPTR.",
    reason: Reason::Data,
    fields: &[ad1::LS_ADOPTR, ad1::SEX_ADOPTR],
    versions: &[Version::always(&[ad1::LS_ADOPTR, ad1::SEX_ADOPTR], Check::Row(AD1, |a| are_not(a, "L2", COUPLES)))],
    cases: &[Case {
        about: "civil partners of any sex, since 2019",
        given: "
            AD1 | LS_ADOPTR | SEX_ADOPTR
            >   | L2        | M1
            >   | L2        |
                | L2        | MM
                | L2        | FF
                | L2        | MF
                | L0        | M1
        ",
    }],
};
