//! No episode follows the death of a child (E2), nor the day on which a person is found (E15) or has come to be (E17,
//! with the same carers) 18 or over.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "437",
    level: Level::Error,
    wrong: "The child died or is 18 or over according to this episode's reason for ceasing, and another episode \
        follows.",
    why: "Nobody is looked after then, so the reason or the episodes after it are not true.",
    todo: "Correct REC, or take out the episodes that follow.",
    reason: Reason::Data,
    fields: &[ep::REC],
    versions: &[Version::always(&[ep::CHILD, ep::DECOM, ep::REC], Check::Child(was_not_the_last))],
    cases: &[Case {
        about: "the episode that says so is to be mended",
        given: "
            Episodes | CHILD | DECOM      | REC
            >        | 1     | 01/05/2026 | E2
                     | 1     | 01/06/2026 |
                     | 2     | 01/05/2026 | X1
                     | 2     | 01/06/2026 | E15
            >        | 3     | 01/05/2026 | E17
                     | 3     | 01/06/2026 |
                     | 4     | 01/05/2026 | E4A
                     | 4     | 01/06/2026 |
                     | 5     |            | E2
                     | 5     | 01/06/2026 |
        ",
    }],
};
fn was_not_the_last(child: Child, told: &mut Told) {
    for (e, _) in pairs(child, told) {
        if e.is(ep::REC, &["E2", "E15", "E17"]) {
            told.breaks(&[e]);
        }
    }
}
