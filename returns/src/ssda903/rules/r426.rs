//! Short breaks are told one by one (V3) or as an agreement (V4), not both in a year.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "426",
    level: Level::Error,
    wrong: "The child's short breaks are told both one by one and as an agreement.",
    why: "The same breaks would be counted twice.",
    todo: "Use V3 or V4 for all of the child's short breaks in the year.",
    reason: Reason::Guidance,
    fields: &[ep::LS],
    versions: &[Version::always(&[ep::CHILD, ep::LS], Check::Child(are_told_in_two_ways))],
    cases: &[Case {
        about: "all of the child's short breaks are shown",
        given: "
            Episodes | CHILD | LS
            >        | 1     | V3
            >        | 1     | V4
            >        | 1     | V3
                     | 1     | C2
                     | 2     | V3
                     | 2     | V3
                     | 3     | V4
                     |       | V3
                     |       | V4
        ",
    }],
};
fn are_told_in_two_ways(child: Child, told: &mut Told) {
    let breaks: Vec<Row> = child.rows(EPISODES).iter().filter(|e| is_short_break(*e)).collect();
    if SHORT_BREAKS.iter().all(|way| breaks.iter().any(|e| e.is(ep::LS, &[way]))) {
        told.breaks(&breaks);
    }
}
