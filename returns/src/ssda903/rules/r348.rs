//! Who died in an earlier return, in any of those that are given.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "348",
    level: Level::Error,
    wrong: "An earlier return said that this young person had died, and this one does not.",
    why: "Someone is counted who is dead, or someone alive was given up.",
    todo: "Find out which is true: correct this return, or have the earlier one corrected.",
    reason: Reason::People,
    fields: &[oc3::IN_TOUCH],
    versions: &[Version::since(2026, &[oc3::CHILD, oc3::IN_TOUCH], Check::Child(died_before))
        .needs_prior(&[oc3::CHILD, oc3::IN_TOUCH])],
    cases: &[Case {
        about: "the same again is no conflict",
        given: "
                OC3        | CHILD | IN_TOUCH
                           | 1     | DIED
                >          | 2     | YES
                           | 3     | YES
                >          | 4     |
                >          | 5     | NO
                OC3_last   | CHILD | IN_TOUCH
                           | 1     | DIED
                           | 2     | DIED
                           | 3     | NO
                           | 4     | DIED
                OC3_before | CHILD | IN_TOUCH
                           | 5     | DIED

            ",
    }],
};
fn died_before(child: Child, told: &mut Told) {
    if child.before(OC3).any(|o| o.is(oc3::IN_TOUCH, &["DIED"])) {
        told.each_breaks(child.rows(OC3).iter().filter(|o| !o.is(oc3::IN_TOUCH, &["DIED"])));
    }
}
