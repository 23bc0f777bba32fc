//! A child is in one place at a time.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "501",
    level: Level::Error,
    wrong: "The episode begins before the one before it ends.",
    why: "The days of the overlap would be counted twice.",
    todo: "Correct DEC of the episode before or DECOM of this one.",
    reason: Reason::Data,
    fields: &[ep::DECOM, ep::DEC],
    versions: &[Version::always(&[ep::CHILD, ep::DECOM, ep::DEC], Check::Child(begins_too_early))],
    cases: &[Case {
        about: "the same day is no overlap",
        given: "
            Episodes | CHILD | DECOM      | DEC
                     | 1     | 01/05/2026 | 02/06/2026
            >        | 1     | 01/06/2026 |
                     | 2     | 01/05/2026 | 01/06/2026
                     | 2     | 01/06/2026 |
                     | 3     | 01/05/2026 |
                     | 3     | 01/06/2026 |
                     | 4     | 01/05/2026 | 31/06/2026
            ?        | 4     | 01/06/2026 |
        ",
    }],
};
fn begins_too_early(child: Child, told: &mut Told) {
    for (last, e) in pairs(child, told) {
        told.ask(&[e], || Ok(before(e.day(ep::DECOM)?, last.day(ep::DEC)?)));
    }
}
