//! Adopted, and nothing told of it.
use super::{adoption::ITEMS, prelude::*};

pub const RULE: Rule = Rule {
    code: "601",
    level: Level::Error,
    wrong: "The child was adopted in the year, but the items on the adoption are missing or not all filled.",
    why: "The adoption and its waiting times are missing from the published figures.",
    todo: "Fill all items of the child's row in AD1; if the child has none there, add it.",
    reason: Reason::Data,
    fields: &[
        ep::REC,
        ad1::DATE_INT,
        ad1::DATE_MATCH,
        ad1::FOSTER_CARE,
        ad1::NB_ADOPTR,
        ad1::SEX_ADOPTR,
        ad1::LS_ADOPTR,
    ],
    versions: &[Version::always(
        &[
            ep::CHILD,
            ep::DEC,
            ep::REC,
            ad1::CHILD,
            ad1::DATE_INT,
            ad1::DATE_MATCH,
            ad1::FOSTER_CARE,
            ad1::NB_ADOPTR,
            ad1::SEX_ADOPTR,
            ad1::LS_ADOPTR,
        ],
        Check::Child(is_adoption_untold),
    )],
    cases: &[Case {
        about: "an item is missing, the row is missing, or the adoption was in another year",
        given: "
            Episodes | CHILD | DEC        | REC
            >        | 1     | 01/05/2026 | E11
                     | 2     | 31/03/2026 | E11
                     | 3     | 01/05/2026 | E4A
            >        | 4     | 31/03/2027 | E12
                     | 5     | 01/05/2026 | E12
            ?        | 6     | 32/05/2026 | E12
            AD1 | CHILD | DATE_INT   | DATE_MATCH | FOSTER_CARE | NB_ADOPTR | SEX_ADOPTR | LS_ADOPTR
            >   | 1     | 01/05/2025 | 01/06/2025 | 0           | 1         | F1         |
                | 2     |            |            |             |           |            |
                | 3     |            |            |             |           |            |
                | 5     | 01/05/2025 | 01/06/2025 | 0           | 1         | F1         | L0
                | 6     |            |            |             |           |            |
        ",
    }],
};
fn is_adoption_untold(child: Child, told: &mut Told) {
    let mut adoptions = Vec::new();
    for e in child.rows(EPISODES).iter().filter(|e| e.is(ep::REC, ADOPTED)) {
        match e.day(ep::DEC) {
            Ok(day) if is_in_year(child, day) => adoptions.push(e),
            Ok(_) => {}
            Err(unclear) => told.cannot_tell(&[e], unclear),
        }
    }
    if adoptions.is_empty() {
        return;
    }
    if child.rows(AD1).is_empty() {
        told.breaks(&adoptions);
    }
    for row in child.rows(AD1).iter().filter(|a| ITEMS.into_iter().any(|c| a.is_blank(c))) {
        told.breaks(&[&[row], adoptions.as_slice()].concat());
    }
}
