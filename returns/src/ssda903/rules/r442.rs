//! A child without a UPN.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "442",
    level: Level::Error,
    wrong: "The UPN is missing.",
    why: "Without it the child is not joined to their schooling, and one who is in no school is not found.",
    todo: "Give the UPN, or one of UN1 to UN5 for why there is none.",
    reason: Reason::People,
    fields: &[header::UPN],
    versions: &[Version::always(&[header::CHILD, header::UPN, ep::CHILD, ep::LS], Check::Child(has_no_upn))],
    cases: &[Case {
        about: "not asked of children in short breaks alone",
        given: "
                Header | CHILD | UPN
                >      | 1     |
                       | 2     | UN1
                       | 3     |
                >      | 4     |
                       | 5     |
                Episodes | CHILD | LS
                         | 1     | C2
                         | 2     | C2
                         | 3     | V4
                         | 4     | V3
                         | 4     |
            ",
    }],
};
fn has_no_upn(child: Child, told: &mut Told) {
    if !child.rows(EPISODES).iter().all(is_short_break) {
        told.each_breaks(child.rows(HEADER).iter().filter(|h| h.is_blank(header::UPN)));
    }
}
