//! A care leaver who was adopted.
use super::{adoption, prelude::*};

pub const RULE: Rule = Rule {
    code: "134",
    level: Level::Error,
    wrong: "The same child has information on an adoption and on being a care leaver.",
    why: "An adopted child has parents again and is owed nothing as a care leaver.",
    todo: "Empty the table that does not belong to the child.",
    reason: Reason::Data,
    fields: LEAVER_AND_ADOPTION,
    versions: &[Version::always(&[oc3::CHILD, ad1::CHILD], Check::Child(was_adopted)).may_read(LEAVER_AND_ADOPTION)],
    cases: &[Case {
        about: "empty rows say nothing",
        given: "
                OC3 | CHILD | IN_TOUCH | ACTIV | ACCOM
                >   | 1     | YES      |       |
                    | 2     |          |       |
                    | 3     | YES      | F1    | B1
                    | 4     | YES      | F1    | B1
                AD1 | CHILD | DATE_INT   | LS_ADOPTR
                >   | 1     |            | L0
                    | 2     | 01/05/2026 | L0
                    | 3     |            |
                    | 5     | 01/05/2026 | L0

            ",
    }],
};
fn was_adopted(child: Child, told: &mut Told) {
    for o in child.rows(OC3).iter().filter(|o| has_leaver_information(*o)) {
        for a in child.rows(AD1).iter().filter(|a| is_any_filled(*a, &adoption::ITEMS)) {
            told.breaks(&[o, a]);
        }
    }
}
