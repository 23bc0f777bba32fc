//! A decision about adoption was taken back before the year began, or before the child was in care. The published
//! list of fields names DECOM twice and leaves out the day of the reversal: a slip, for that day is what is wrong.
//! Like all rules on two tables it says nothing of a child who has no episode to compare with.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "118",
    level: Level::Error,
    wrong: "The plan of adoption was given up before 1 April of this collection, or when the child was not in care \
        yet.",
    why: "What was reversed in an earlier year belongs in that year's return, and before coming into care there was \
        nothing to reverse.",
    todo: "Check the day of the reversal; if it was in an earlier year, take the row out and see that the earlier \
        return has it.",
    reason: Reason::Data,
    fields: &[placed::DATE_PLACED_CEASED, ep::DECOM, ep::LS],
    versions: &[Version::always(
        &[ep::CHILD, ep::DECOM, ep::LS, placed::CHILD, placed::DATE_PLACED_CEASED],
        Check::Child(is_reversed_too_early),
    )],
    cases: &[Case {
        about: "short breaks are not the beginning of care",
        given: "
            Episodes | CHILD | DECOM      | LS
            >        | 1     | 01/05/2025 | C2
                     | 1     | 01/06/2026 | E1
                     | 2     | 01/05/2025 | C2
            >        | 3     | 01/06/2026 | C2
                     | 4     | 01/06/2026 | C2
                     | 5     | 01/05/2026 | V4
            >        | 5     | 01/06/2026 | C2
                     | 6     | 01/05/2025 | V3
            PlacedAdoption | CHILD | DATE_PLACED_CEASED
            >              | 1     | 31/03/2026
                           | 2     | 01/04/2026
            >              | 3     | 31/05/2026
                           | 4     | 01/06/2026
            >              | 5     | 15/05/2026
                           | 6     | 31/03/2026
                           | 7     | 31/03/2026
                           | 2     |
            ?              | 2     | 31/04/2026
        ",
    }],
};
fn is_reversed_too_early(child: Child, told: &mut Told) {
    if child.rows(PLACED_ADOPTION).is_empty() {
        return;
    }
    let first = told.in_order(child.rows(EPISODES), ep::DECOM).into_iter().find(|e| !is_short_break(*e));
    let Some(first) = first else { return };
    for decision in child.rows(PLACED_ADOPTION) {
        told.ask(&[decision, first], || {
            let reversed = decision.day(placed::DATE_PLACED_CEASED)?;
            Ok(before(reversed, Some(child.given().start)) || before(reversed, first.day(ep::DECOM)?))
        });
    }
}
