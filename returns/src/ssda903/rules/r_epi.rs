//! A child without an episode.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "EPI",
    level: Level::Error,
    wrong: "The child stands in the Header and has no episode.",
    why: "A child is in the return because they were looked after: without an episode nothing is said of it.",
    todo: "Give the episodes of the child, or take the child out.",
    reason: Reason::Data,
    fields: &[header::CHILD],
    versions: &[Version::always(&[header::CHILD, ep::CHILD], Check::Child(has_no_episode))],
    cases: &[Case {
        about: "a row without a child cannot be looked for",
        given: "
                Header | CHILD
                       | 1
                >      | 2
                       |
                Episodes | CHILD
                         | 1
                         |
            ",
    }],
};
fn has_no_episode(child: Child, told: &mut Told) {
    if child.rows(EPISODES).is_empty() {
        told.each_breaks(child.rows(HEADER).iter().filter(|h| h.is_filled(header::CHILD)));
    }
}
