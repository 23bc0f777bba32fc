//! Matched only after being placed with the adopters.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "331",
    level: Level::Error,
    wrong: "Child and adopters were matched after the day on which the episode that ended in adoption began.",
    why: "A child lives with adopters only once they have been matched, so one of the days is wrong.",
    todo: "Check the day of the match, and the day on which the child was placed with the adopters.",
    reason: Reason::Data,
    fields: &[ad1::DATE_MATCH, ep::DECOM, ep::REC],
    versions: &[Version::always(
        &[ad1::CHILD, ad1::DATE_MATCH, ep::CHILD, ep::DECOM, ep::REC],
        Check::Child(is_matched_too_late),
    )],
    cases: &[Case {
        about: "the same day is early enough",
        given: "
            AD1 | CHILD | DATE_MATCH
            >   | 1     | 02/05/2026
                | 2     | 01/05/2026
                | 3     | 02/05/2026
                | 4     |
            ?   | 5     | 02/05/26
            Episodes | CHILD | DECOM      | REC
            >        | 1     | 01/05/2026 | E11
                     | 2     | 01/05/2026 | E12
                     | 3     | 01/05/2026 | X1
                     | 4     | 01/05/2026 | E12
                     | 5     | 01/05/2026 | E12
        ",
    }],
};
fn is_matched_too_late(child: Child, told: &mut Told) {
    for adoption in child.rows(AD1) {
        for e in child.rows(EPISODES).iter().filter(|e| e.is(ep::REC, ADOPTED)) {
            told.ask(&[adoption, e], || Ok(before(e.day(ep::DECOM)?, adoption.day(ad1::DATE_MATCH)?)));
        }
    }
}
