//! How many adopters.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "175",
    level: Level::Error,
    wrong: "The number of adopters is neither 1 nor 2.",
    why: "A child is adopted by one person or by a couple; there is no other number to count.",
    todo: "Give 1 for a single adopter and 2 for a couple.",
    reason: Reason::Data,
    fields: &[ad1::NB_ADOPTR],
    versions: &[Version::always(
        &[ad1::NB_ADOPTR],
        Check::Row(AD1, |a| Ok(is_no_code(a, ad1::NB_ADOPTR, "s903.nb_adoptr"))),
    )],
    cases: &[Case {
        about: "one or two",
        given: "
            AD1 | NB_ADOPTR
                | 1
                | 2
            >   | 0
            >   | 3
            >   | two
                |
        ",
    }],
};
