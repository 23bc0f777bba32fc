//! Placed for adoption before it was decided that adoption is best.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "521",
    level: Level::Error,
    wrong: "The child was placed with adopters before the decision that adoption is best for the child.",
    why: "Nobody may place a child for adoption before that decision, so one of the days is wrong.",
    todo: "Check DATE_INT, and the day on which the placement for adoption began.",
    reason: Reason::Law,
    fields: &[ep::PLACE, ep::DECOM, ad1::DATE_INT],
    versions: &[Version::always(
        &[ep::CHILD, ep::DECOM, ep::PLACE, ad1::CHILD, ad1::DATE_INT],
        Check::Child(is_placed_before_the_decision),
    )],
    cases: &[Case {
        about: "the same day is late enough",
        given: "
            Episodes | CHILD | DECOM      | PLACE
            >        | 1     | 01/05/2026 | A3
                     | 1     | 01/07/2026 | A5
                     | 2     | 02/05/2026 | A4
                     | 3     | 01/05/2026 | U5
                     | 4     | 01/05/2026 | A6
                     | 5     |            | A6
            ?        | 6     | 1 May      | A6
            AD1 | CHILD | DATE_INT
            >   | 1     | 02/05/2026
                | 2     | 02/05/2026
                | 3     | 02/05/2026
                | 4     |
                | 5     | 02/05/2026
                | 6     | 02/05/2026
        ",
    }],
};
fn is_placed_before_the_decision(child: Child, told: &mut Told) {
    for adoption in child.rows(AD1) {
        for e in child.rows(EPISODES).iter().filter(|e| e.is(ep::PLACE, PLACED_FOR_ADOPTION)) {
            told.ask(&[e, adoption], || Ok(before(e.day(ep::DECOM)?, adoption.day(ad1::DATE_INT)?)));
        }
    }
}
