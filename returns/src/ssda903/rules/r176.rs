//! The sexes of the adopters.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "176",
    level: Level::Error,
    wrong: "SEX_ADOPTR is not one of the return's codes.",
    why: "Who adopts cannot be counted from it.",
    todo: "Give M1, F1, MM, FF or MF.",
    reason: Reason::Data,
    fields: &[ad1::SEX_ADOPTR],
    versions: &[Version::always(
        &[ad1::SEX_ADOPTR],
        Check::Row(AD1, |a| Ok(is_no_code(a, ad1::SEX_ADOPTR, "s903.sex_adoptr"))),
    )],
    cases: &[Case {
        about: "the codes as they are written",
        given: "
            AD1 | SEX_ADOPTR
                | M1
                | MF
            >   | FM
            >   | f1
            >   | 2
                |
        ",
    }],
};
