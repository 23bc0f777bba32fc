//! Children are placed for adoption from a foster home. A child whose placement for adoption goes on under another
//! code, such as A6 after A4 when the placement order is made, is not placed anew. Without an earlier episode it is
//! not told.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "336",
    level: Level::Error,
    wrong: "The child is placed for adoption from a placement that is no foster home.",
    why: "A step may be left out of the record, so the time until the adoptive family is counted wrongly.",
    todo: "Check the placement type of this episode and of the one before it.",
    reason: Reason::Data,
    fields: &[ep::PLACE],
    versions: &[Version::always(&[ep::CHILD, ep::DECOM, ep::PLACE], Check::Child(comes_from_elsewhere))],
    cases: &[Case {
        about: "the episode directly before counts",
        given: "
            Episodes | CHILD | DECOM      | PLACE
                     | 1     | 01/05/2026 | U6
                     | 1     | 01/06/2026 | A4
                     | 1     | 01/07/2026 | A6
                     | 2     | 01/05/2026 | U6
                     | 2     | 01/06/2026 | T1
            >        | 2     | 01/07/2026 | A4
                     | 3     | 01/05/2026 |
            >        | 3     | 01/06/2026 | A3
                     | 4     | 01/06/2026 | A5
        ",
    }],
};
fn comes_from_elsewhere(child: Child, told: &mut Told) {
    for (last, e) in pairs(child, told) {
        let may_come_from = last.is(ep::PLACE, FOSTERED) || last.is(ep::PLACE, PLACED_FOR_ADOPTION);
        if e.is(ep::PLACE, PLACED_FOR_ADOPTION) && !may_come_from {
            told.breaks(&[e]);
        }
    }
}
