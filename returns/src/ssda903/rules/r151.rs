//! An adoption is told wholly or not at all.
use super::{adoption::ITEMS, prelude::*};

pub const RULE: Rule = Rule {
    code: "151",
    level: Level::Error,
    wrong: "Some of the items on the child's adoption are filled and others are blank.",
    why: "An adoption of which only a part is known drops out of the tables that need the rest.",
    todo: "Fill all of them; if the child was not adopted, clear the row.",
    reason: Reason::Data,
    fields: &[ad1::DATE_INT, ad1::DATE_MATCH, ad1::FOSTER_CARE, ad1::NB_ADOPTR, ad1::SEX_ADOPTR, ad1::LS_ADOPTR],
    versions: &[Version::always(
        &ITEMS,
        Check::Row(AD1, |a| Ok(is_any_filled(a, &ITEMS) && ITEMS.into_iter().any(|c| a.is_blank(c)))),
    )],
    cases: &[Case {
        about: "all or none",
        given: "
            AD1 | DATE_INT   | DATE_MATCH | FOSTER_CARE | NB_ADOPTR | SEX_ADOPTR | LS_ADOPTR
                | 01/05/2026 | 01/06/2026 | 0           | 2         | MF         | L11
                |            |            |             |           |            |
            >   | 01/05/2026 |            |             |           |            |
            >   | 01/05/2026 | 01/06/2026 | 0           | 2         | MF         |
            >   |            |            |             | 2         |            |
        ",
    }],
};
