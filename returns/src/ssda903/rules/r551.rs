//! Placed for adoption without a decision.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "551",
    level: Level::Error,
    wrong: "The child was placed for adoption, but there is no day on which that was decided.",
    why: "A child may be placed with adopters only after the agency's decision, and waiting times are counted from it.",
    todo: "Give DATE_PLACED in PlacedAdoption; if the child was not placed for adoption, correct the placement.",
    reason: Reason::Law,
    fields: &[placed::DATE_PLACED, ep::PLACE],
    versions: &[Version::always(
        &[ep::CHILD, ep::PLACE, placed::CHILD, placed::DATE_PLACED],
        Check::Child(is_placed_undecided),
    )],
    cases: &[Case {
        about: "absent or blank; a day that cannot be read is rule 115's matter",
        given: "
            Episodes | CHILD | PLACE
            >        | 1     | A3
                     | 1     | U4
            >        | 2     | A6
                     | 3     | A4
                     | 4     | U5
                     | 5     | A5
            PlacedAdoption | CHILD | DATE_PLACED
            >              | 2     |
                           | 3     |
                           | 3     | 01/05/2026
                           | 5     | 1 May 2026
        ",
    }],
};
fn is_placed_undecided(child: Child, told: &mut Told) {
    let decisions: Vec<Row> = child.rows(PLACED_ADOPTION).iter().collect();
    if decisions.iter().any(|d| d.is_filled(placed::DATE_PLACED)) {
        return;
    }
    for e in child.rows(EPISODES).iter().filter(|e| e.is(ep::PLACE, PLACED_FOR_ADOPTION)) {
        told.breaks(&[&[e], decisions.as_slice()].concat());
    }
}
