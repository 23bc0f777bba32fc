//! UASC is for children who were looked after in the year; of a care leaver it says nothing.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "1014",
    level: Level::Error,
    wrong: "A care leaver who was not looked after in the year stands in UASC.",
    why: "The status is asked of children in care; the care leaver would be counted there.",
    todo: "Take the row out of UASC, or add the episode of this year.",
    reason: Reason::Guidance,
    fields: &[oc3::IN_TOUCH, oc3::ACTIV, oc3::ACCOM, uasc::DUC],
    versions: &[Version::always(
        &[oc3::CHILD, uasc::CHILD, ep::CHILD, ep::DECOM, ep::DEC],
        Check::Child(was_not_in_care),
    )
    .may_read(LEAVER)],
    cases: &[Case {
        about: "one day in the year is enough to belong there",
        given: "
                UASC     | CHILD
                >        | 1
                         | 2
                         | 3
                         | 4
                >        | 5
                ?        | 6
                OC3      | CHILD | IN_TOUCH
                >        | 1     | YES
                         | 2     | YES
                         | 3     | YES
                         | 4     |
                >        | 5     | YES
                ?        | 6     | YES
                Episodes | CHILD | DECOM      | DEC
                         | 1     | 01/05/2020 | 31/03/2026
                         | 2     | 01/05/2020 | 01/04/2026
                         | 3     | 31/03/2027 |
                         | 6     | 01/05/2020 | 2026

            ",
    }],
};
fn was_not_in_care(child: Child, told: &mut Told) {
    for o in child.rows(OC3).iter().filter(|o| has_leaver_information(*o)) {
        for u in child.rows(UASC) {
            told.ask(&[u, o], || Ok(!any(child.rows(EPISODES), is_of_the_year)?));
        }
    }
}
