//! Motherhood of a care leaver who has no episode this year.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "628",
    level: Level::Error,
    wrong: "It is said whether a care leaver is a mother, though she was not looked after in the year.",
    why: "The question is asked of children in care only.",
    todo: "Leave the cell blank, or add the episode of this year.",
    reason: Reason::Guidance,
    fields: &[header::MOTHER],
    versions: &[Version::always(
        &[header::CHILD, header::MOTHER, ep::CHILD, oc3::CHILD],
        Check::Child(is_asked_after_care),
    )
    .may_read(LEAVER)],
    cases: &[Case {
        about: "any answer is one too many",
        given: "
                Header   | CHILD | MOTHER
                >        | 1     | 1
                >        | 2     | 0
                         | 3     |
                         | 4     | 1
                         | 5     | 1
                         | 6     | 1
                OC3      | CHILD | IN_TOUCH
                         | 1     | YES
                         | 2     | NO
                         | 3     | YES
                         | 4     |
                         | 5     | YES
                Episodes | CHILD
                         | 5

            ",
    }],
};
fn is_asked_after_care(child: Child, told: &mut Told) {
    if child.rows(EPISODES).is_empty() && child.rows(OC3).iter().any(has_leaver_information) {
        told.each_breaks(child.rows(HEADER).iter().filter(|h| h.is_filled(header::MOTHER)));
    }
}
