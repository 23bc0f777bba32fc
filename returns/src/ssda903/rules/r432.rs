//! A child who left care comes back with a new start.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "432",
    level: Level::Error,
    wrong: "The child had left care before this episode, which is not given as a new start.",
    why: "A return to care would not be counted.",
    todo: "Give S, or X1 for the episode before if the child did not leave.",
    reason: Reason::Guidance,
    fields: &[ep::RNE],
    versions: &[Version::always(&[ep::CHILD, ep::RNE, ep::DECOM, ep::REC], Check::Child(does_not_start))],
    cases: &[Case {
        about: "after X1 the child goes on",
        given: "
            Episodes | CHILD | RNE | DECOM      | REC
                     | 1     | S   | 01/05/2026 | E4A
            >        | 1     | P   | 01/07/2026 |
                     | 2     | S   | 01/05/2026 | E4A
                     | 2     | S   | 01/07/2026 |
                     | 3     | S   | 01/05/2026 | X1
                     | 3     | P   | 01/07/2026 |
                     | 4     | S   | 01/05/2026 | E4A
            >        | 4     |     | 01/07/2026 |
                     | 5     | S   | 01/05/2026 |
                     | 5     | P   | 01/07/2026 |
        ",
    }],
};
fn does_not_start(child: Child, told: &mut Told) {
    for (last, e) in pairs(child, told) {
        if has_left_care(last) && !e.is(ep::RNE, &["S"]) {
            told.breaks(&[e]);
        }
    }
}
