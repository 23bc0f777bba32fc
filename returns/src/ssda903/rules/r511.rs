//! Two adopters are a couple.
use super::{adoption::COUPLES, prelude::*};

pub const RULE: Rule = Rule {
    code: "511",
    level: Level::Error,
    wrong: "There are two adopters, but SEX_ADOPTR is not the code of a couple.",
    why: "One of the two cells is wrong, and it cannot be told whether the child has one new parent or two.",
    todo: "Give MM, FF or MF for two adopters, or set NB_ADOPTR to 1.",
    reason: Reason::Data,
    fields: &[ad1::NB_ADOPTR, ad1::SEX_ADOPTR],
    versions: &[Version::always(&[ad1::NB_ADOPTR, ad1::SEX_ADOPTR], Check::Row(AD1, are_two_and_no_couple))],
    cases: &[Case {
        about: "a blank is rule 151's matter",
        given: "
            AD1 | NB_ADOPTR | SEX_ADOPTR
            >   | 2         | M1
            >   | 2         | F1
            >   | 2         | XX
                | 2         | MM
                | 2         | FF
                | 2         | MF
                | 2         |
                | 1         | F1
                |           | F1
        ",
    }],
};
fn are_two_and_no_couple(a: Row) -> Answer {
    let is_other = a.is_filled(ad1::SEX_ADOPTR) && !a.is(ad1::SEX_ADOPTR, COUPLES);
    Ok(a.is(ad1::NB_ADOPTR, &["2"]) && is_other)
}
