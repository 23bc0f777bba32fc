//! A child looked after all year beside adoption and care leaver information.
use super::{adoption, prelude::*};

pub const RULE: Rule = Rule {
    code: "187",
    level: Level::Error,
    wrong: "Adoption or care leaver information is given of a child who was in care all year, up to and on 31 March.",
    why: "A child who is still looked after has neither been adopted nor left care.",
    todo: "Empty the table, or correct the episodes.",
    reason: Reason::Data,
    fields: LEAVER_AND_ADOPTION,
    versions: &[Version::always(
        &[ep::CHILD, ep::DECOM, ep::DEC, ep::RNE, ep::REC, ep::LS],
        Check::Child(has_not_left),
    )
    .may_read(LEAVER_AND_ADOPTION)],
    cases: &[Case {
        about: "whoever left in the year may have it",
        given: "
                Episodes | CHILD | DECOM      | DEC        | RNE | REC | LS
                         | 1     | 01/04/2026 |            | S   |     | C2
                         | 2     | 02/04/2026 |            | S   |     | C2
                         | 3     | 01/01/2020 | 30/03/2027 | S   | E4A | C2
                         | 4     | 01/01/2020 | 01/05/2026 | S   | X1  | C2
                         | 4     | 01/05/2026 |            | P   |     | C2
                         | 5     | 01/01/2020 |            | S   |     | V3
                         | 6     | 01/01/2020 |            | S   |     | C2
                OC3      | CHILD | IN_TOUCH | ACTIV | ACCOM
                >        | 1     | YES      | F1    | B1
                         | 2     | YES      | F1    | B1
                         | 3     | YES      | F1    | B1
                         | 5     | YES      | F1    | B1
                         | 6     |          |       |
                AD1      | CHILD | DATE_INT   | FOSTER_CARE
                >        | 4     | 01/05/2026 |
                         | 6     |            |

            ",
    }],
};
fn has_not_left(child: Child, told: &mut Told) {
    let leaver = child.rows(OC3).iter().filter(|o| is_any_filled(*o, LEAVER));
    for row in leaver.chain(child.rows(AD1).iter().filter(|a| is_any_filled(*a, &adoption::ITEMS))) {
        told.ask(&[row], || is_looked_after_all_year(child));
    }
}
