//! An episode that another one follows has ended.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "142",
    level: Level::Error,
    wrong: "Another episode follows this one, whose end or reason for ending is missing.",
    why: "The child would be in two places at once from that day on.",
    todo: "Give DEC and REC of this episode; if the next one continues it, DEC is the day on which that one began \
        and REC is X1.",
    reason: Reason::Data,
    fields: &[ep::DEC, ep::REC],
    versions: &[Version::always(&[ep::CHILD, ep::DECOM, ep::DEC, ep::REC], Check::Child(has_not_ended))],
    cases: &[Case {
        about: "the earlier episode is to be mended; the last one may go on",
        given: "
            Episodes | CHILD | DECOM      | DEC        | REC
            >        | 1     | 01/05/2026 |            |
                     | 1     | 01/06/2026 |            |
            >        | 2     | 01/05/2026 | 01/06/2026 |
                     | 2     | 01/06/2026 |            |
            >        | 3     | 01/05/2026 |            | X1
                     | 3     | 01/06/2026 |            |
                     | 4     | 01/05/2026 | 01/06/2026 | X1
                     | 4     | 01/06/2026 |            |
                     | 5     | 01/05/2026 |            |
            ?        | 5     | 31/06/2026 |            |
                     |       | 01/05/2026 |            |
                     |       | 01/06/2026 |            |
        ",
    }],
};
fn has_not_ended(child: Child, told: &mut Told) {
    for (e, _) in pairs(child, told) {
        if e.is_blank(ep::DEC) || e.is_blank(ep::REC) {
            told.breaks(&[e]);
        }
    }
}
