//! The same decision with another day.
use super::{
    adoption::{is_reversed, latest_decision},
    prelude::*,
};

pub const RULE: Rule = Rule {
    code: "560",
    level: Level::Error,
    wrong: "The decision that the child should be placed for adoption stood at the end of last year, and now has \
        another day.",
    why: "One decision was made on one day; with two the child's wait has two lengths.",
    todo: "Find out which day is true; correct this year's, or send last year's return again.",
    reason: Reason::Data,
    fields: &[placed::DATE_PLACED, placed::DATE_PLACED_CEASED],
    versions: &[Version::always(&[placed::CHILD, placed::DATE_PLACED], Check::Child(is_redated))
        .may_read(&[placed::REASON_PLACED_CEASED])
        .needs_prior(&[placed::CHILD, placed::DATE_PLACED, placed::DATE_PLACED_CEASED])],
    cases: &[Case {
        about: "a second decision may follow, if the first is still there",
        given: "
            2025/26
            PlacedAdoption | CHILD | DATE_PLACED
            >              | 1     | 02/05/2024
                           | 2     | 01/05/2024
                           | 3     | 01/06/2025
                           | 4     | 01/05/2024
                           | 4     | 01/06/2025
                           | 5     |
                           | 6     | 02/05/2024
            ?              | 7     | 02/05/24
            PlacedAdoption_last | CHILD | DATE_PLACED | DATE_PLACED_CEASED
                                | 1     | 01/05/2024  |
                                | 2     | 01/05/2024  |
                                | 3     | 01/05/2024  | 01/02/2025
                                | 4     | 01/05/2024  |
                                | 5     | 01/05/2024  |
                                | 6     | 1 May       |
                                | 7     | 01/05/2024  |
        ",
    }],
};
fn is_redated(child: Child, told: &mut Told) {
    let decisions = child.rows(PLACED_ADOPTION);
    let last = latest_decision(child.last(PLACED_ADOPTION)).filter(|d| !is_reversed(*d));
    let first = decisions.iter().find(|d| d.is_filled(placed::DATE_PLACED));
    if let (Some(last), Some(first)) = (last, first) {
        told.ask(&[first], || {
            let day = last.day(placed::DATE_PLACED)?;
            for decision in decisions {
                if decision.day(placed::DATE_PLACED)? == day {
                    return Ok(false);
                }
            }
            Ok(true)
        });
    }
}
