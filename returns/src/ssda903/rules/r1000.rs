//! Care leaver information of a child who died in care, by this return or any before it that is given.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "1000",
    level: Level::Error,
    wrong: "The child died in care, yet has care leaver information.",
    why: "A child who has died is counted among the living.",
    todo: "Empty the row of OC3, or correct the reason why the episode ended.",
    reason: Reason::People,
    fields: LEAVER,
    versions: &[Version::always(&[oc3::CHILD, ep::CHILD, ep::REC], Check::Child(died_in_care))
        .may_read(LEAVER)
        .helped_by(&[ep::CHILD, ep::REC])],
    cases: &[Case {
        about: "in any year",
        given: "
                OC3           | CHILD | IN_TOUCH
                >             | 1     | YES
                              | 2     | YES
                >             | 3     | NO
                              | 4     |
                Episodes      | CHILD | REC
                              | 1     | X1
                              | 1     | E2
                              | 2     | E4A
                              | 4     | E2
                Episodes_last | CHILD | REC
                              | 3     | E2

            ",
    }],
};
fn died_in_care(child: Child, told: &mut Told) {
    if child.rows(EPISODES).iter().chain(child.before(EPISODES)).any(|e| e.is(ep::REC, &["E2"])) {
        told.each_breaks(child.rows(OC3).iter().filter(|o| has_leaver_information(*o)));
    }
}
