//! An unmarried couple of a man and a woman.
use super::{adoption::are_not, prelude::*};

pub const RULE: Rule = Rule {
    code: "517",
    level: Level::Error,
    wrong: "The legal status is that of an unmarried couple of different sexes, but SEX_ADOPTR is not MF.",
    why: "One of the two cells is wrong, and the couple is counted among others.",
    todo: "Give MF, or correct LS_ADOPTR.",
    reason: Reason::Data,
    fields: &[ad1::LS_ADOPTR, ad1::SEX_ADOPTR],
    versions: &[Version::always(&[ad1::LS_ADOPTR, ad1::SEX_ADOPTR], Check::Row(AD1, |a| are_not(a, "L3", &["MF"])))],
    cases: &[Case {
        about: "one man and one woman",
        given: "
            AD1 | LS_ADOPTR | SEX_ADOPTR
            >   | L3        | MM
            >   | L3        | F1
            >   | L3        |
                | L3        | MF
                | L4        | MM
                |           | MM
        ",
    }],
};
