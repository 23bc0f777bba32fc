//! A married couple of a man and a woman.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "520",
    level: Level::Error,
    wrong: "The legal status is that of a married couple of different sexes, but SEX_ADOPTR is that of two men or \
        two women.",
    why: "One of the two cells is wrong, and the couple is counted among others.",
    todo: "Give L12 for a married couple of the same sex, or MF for one of different sexes.",
    reason: Reason::Data,
    fields: &[ad1::LS_ADOPTR, ad1::SEX_ADOPTR],
    versions: &[Version::always(
        &[ad1::LS_ADOPTR, ad1::SEX_ADOPTR],
        Check::Row(AD1, |a| Ok(a.is(ad1::LS_ADOPTR, &["L11"]) && a.is(ad1::SEX_ADOPTR, &["MM", "FF"]))),
    )],
    cases: &[Case {
        about: "of a single person other rules speak",
        given: "
            AD1 | LS_ADOPTR | SEX_ADOPTR
            >   | L11       | MM
            >   | L11       | FF
                | L11       | MF
                | L11       | M1
                | L11       |
                | L12       | MM
        ",
    }],
};
