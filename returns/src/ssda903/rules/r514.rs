//! A single adopter is one person.
use super::{adoption::are_not, prelude::*};

pub const RULE: Rule = Rule {
    code: "514",
    level: Level::Error,
    wrong: "The legal status is that of a single adopter, but SEX_ADOPTR is not that of one man or one woman.",
    why: "It cannot be told whether the child has one new parent or two.",
    todo: "Give M1 or F1 for a single adopter, or correct LS_ADOPTR.",
    reason: Reason::Data,
    fields: &[ad1::LS_ADOPTR, ad1::SEX_ADOPTR],
    versions: &[Version::always(
        &[ad1::LS_ADOPTR, ad1::SEX_ADOPTR],
        Check::Row(AD1, |a| are_not(a, "L0", &["M1", "F1"])),
    )],
    cases: &[Case {
        about: "a blank is not one person either",
        given: "
            AD1 | LS_ADOPTR | SEX_ADOPTR
            >   | L0        | MM
            >   | L0        | MF
            >   | L0        |
                | L0        | M1
                | L0        | F1
                | L2        | MM
                |           | MM
        ",
    }],
};
