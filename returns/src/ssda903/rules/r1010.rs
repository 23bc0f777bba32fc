//! Last year ended with an open episode, and this year has none at all.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "1010",
    level: Level::Error,
    wrong: "Last year left an episode open, this year has no episode of the child, and there is care leaver \
        information.",
    why: "Nobody can tell when and why the young person left care.",
    todo: "Add the episode that ended this year, or empty the row of OC3.",
    reason: Reason::Data,
    fields: LEAVER,
    versions: &[Version::always(&[oc3::CHILD, ep::CHILD], Check::Child(has_lost_the_episode))
        .may_read(LEAVER)
        .needs_prior(&[ep::CHILD, ep::DECOM, ep::DEC])],
    cases: &[Case {
        about: "only the latest episode of last year counts",
        given: "
                OC3           | CHILD | IN_TOUCH
                >             | 1     | YES
                              | 2     | YES
                              | 3     | YES
                              | 4     | YES
                              | 5     |
                Episodes      | CHILD
                              | 3
                Episodes_last | CHILD | DECOM      | DEC
                              | 1     | 01/05/2025 | 02/06/2025
                              | 1     | 02/06/2025 |
                              | 2     | 01/05/2025 |
                              | 2     | 02/06/2025 | 02/07/2025
                              | 3     | 02/06/2025 |
                              | 5     | 02/06/2025 |

            ",
    }],
};
fn has_lost_the_episode(child: Child, told: &mut Told) {
    if child.rows(EPISODES).is_empty() && open_last_year(child).is_some() {
        told.each_breaks(child.rows(OC3).iter().filter(|o| has_leaver_information(*o)));
    }
}
