//! Adoption was decided to be best before the child's last time in care began.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "334",
    level: Level::Error,
    wrong: "The decision that adoption is best for the child is dated before the child's present time in care began.",
    why: "Such a decision ends with the time in care in which it was made; a new one is needed after a return.",
    todo: "Check DATE_INT, and the day on which the child's latest period of care began.",
    reason: Reason::Data,
    fields: &[ad1::DATE_INT, ep::DECOM, ep::RNE],
    versions: &[Version::always(
        &[ad1::CHILD, ad1::DATE_INT, ep::CHILD, ep::DECOM, ep::RNE],
        Check::Child(is_decided_before_care),
    )],
    cases: &[Case {
        about: "the latest start counts",
        given: "
            AD1 | CHILD | DATE_INT
            >   | 1     | 30/04/2026
                | 2     | 01/05/2026
            >   | 3     | 01/06/2026
                | 4     | 30/04/2026
                | 5     |
            ?   | 6     | 30/04
            Episodes | CHILD | DECOM      | RNE
            >        | 1     | 01/05/2026 | S
                     | 2     | 01/05/2026 | S
                     | 3     | 01/05/2026 | S
            >        | 3     | 01/07/2026 | S
                     | 3     | 01/08/2026 | P
                     | 4     | 01/05/2026 | L
                     | 5     | 01/05/2026 | S
                     | 6     | 01/05/2026 | S
        ",
    }],
};
fn is_decided_before_care(child: Child, told: &mut Told) {
    if child.rows(AD1).is_empty() {
        return;
    }
    let start = told.in_order(child.rows(EPISODES), ep::DECOM).into_iter().rfind(|e| e.is(ep::RNE, &["S"]));
    let Some(start) = start else { return };
    for adoption in child.rows(AD1) {
        told.ask(&[adoption, start], || Ok(before(adoption.day(ad1::DATE_INT)?, start.day(ep::DECOM)?)));
    }
}
