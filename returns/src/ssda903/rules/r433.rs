//! An episode that continues another begins when that one ends.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "433",
    level: Level::Error,
    wrong: "The reason says that the episode continues the one before, which ended on another day.",
    why: "Days in care are lost or counted twice.",
    todo: "Correct DEC of the episode before or DECOM of this one; give S if the child had left care.",
    reason: Reason::Data,
    fields: &[ep::RNE, ep::DECOM],
    versions: &[Version::always(&[ep::CHILD, ep::RNE, ep::DECOM, ep::DEC], Check::Child(begins_on_another_day))],
    cases: &[Case {
        about: "a gap and an overlap",
        given: "
            Episodes | CHILD | RNE | DECOM      | DEC
                     | 1     | S   | 01/05/2026 | 01/06/2026
                     | 1     | P   | 01/06/2026 |
                     | 2     | S   | 01/05/2026 | 01/06/2026
            >        | 2     | L   | 02/06/2026 |
                     | 3     | S   | 01/05/2026 | 01/06/2026
            >        | 3     | U   | 31/05/2026 |
                     | 4     | S   | 01/05/2026 | 01/06/2026
                     | 4     | S   | 02/06/2026 |
                     | 5     | S   | 01/05/2026 |
                     | 5     | P   | 02/06/2026 |
                     | 6     | S   | 01/05/2026 | 31/06/2026
            ?        | 6     | P   | 01/07/2026 |
                     | 7     | P   | 01/07/2026 |
        ",
    }],
};
fn begins_on_another_day(child: Child, told: &mut Told) {
    for (last, e) in pairs(child, told) {
        let continues = e.is(ep::RNE, &["L", "P", "T", "B", "U"]);
        told.ask(&[e], || Ok(continues && last.day(ep::DEC)?.is_some() && !meets(last, e)?));
    }
}
