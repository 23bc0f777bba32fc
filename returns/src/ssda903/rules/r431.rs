//! An episode that begins on the day the one before ends continues it.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "431",
    level: Level::Error,
    wrong: "The episode is given as a new start in care, though the child was in care until that very day.",
    why: "One period of care would be counted as two.",
    todo: "Give the reason for the change (L, P, T, B or U), or correct the days.",
    reason: Reason::Guidance,
    fields: &[ep::RNE, ep::DECOM],
    versions: &[Version::always(&[ep::CHILD, ep::RNE, ep::DECOM, ep::DEC], Check::Child(goes_on))],
    cases: &[Case {
        about: "the next day is a new start",
        given: "
            Episodes | CHILD | RNE | DECOM      | DEC
                     | 1     | S   | 01/05/2026 | 01/06/2026
            >        | 1     | S   | 01/06/2026 |
                     | 2     | S   | 01/05/2026 | 01/06/2026
                     | 2     | S   | 02/06/2026 |
                     | 3     | S   | 01/05/2026 | 01/06/2026
                     | 3     | P   | 01/06/2026 |
                     | 4     | S   | 01/05/2026 |
                     | 4     | S   | 01/06/2026 |
                     | 5     | S   | 01/05/2026 | 31/06/2026
            ?        | 5     | S   | 01/07/2026 |
        ",
    }],
};
fn goes_on(child: Child, told: &mut Told) {
    for (last, e) in pairs(child, told) {
        told.ask(&[e], || Ok(e.is(ep::RNE, &["S"]) && meets(last, e)?));
    }
}
