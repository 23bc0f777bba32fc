//! A child without an episode. A care leaver stands in the Header for the sake of their row in OC3 (INT06 asks for it):
//! their episodes are in the returns of earlier years, which the department holds.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "EPI",
    level: Level::Error,
    wrong: "The child stands in the Header and has no episode.",
    why: "A child is in the return because they were looked after: without an episode nothing is said of it.",
    todo: "Give the episodes of the child, or take the child out.",
    reason: Reason::Data,
    fields: &[header::CHILD],
    versions: &[Version::always(&[header::CHILD, ep::CHILD], Check::Child(has_no_episode)).may_read(&[oc3::CHILD])],
    cases: &[Case {
        about: "a row without a child cannot be looked for",
        given: "
                Header | CHILD
                       | 1
                >      | 2
                       | 3
                       |
                Episodes | CHILD
                         | 1
                         |
                OC3 | CHILD
                    | 3
            ",
    }],
};
fn has_no_episode(child: Child, told: &mut Told) {
    if child.rows(EPISODES).is_empty() && child.rows(OC3).is_empty() {
        told.each_breaks(child.rows(HEADER).iter().filter(|h| h.is_filled(header::CHILD)));
    }
}
