//! An old decision that was never reported. Another day last year is rule 560's matter.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "559",
    level: Level::Error,
    wrong: "The decision that the child should be placed for adoption is dated before this year, but no earlier \
        return told of one.",
    why: "The child has been waiting for adopters without being counted among those who wait.",
    todo: "Check the day; if it is right, send the earlier return again with it.",
    reason: Reason::Data,
    fields: &[placed::DATE_PLACED],
    versions: &[Version::always(&[placed::CHILD, placed::DATE_PLACED], Check::Row(PLACED_ADOPTION, is_old_news))
        .needs_prior(&[placed::CHILD, placed::DATE_PLACED])],
    cases: &[Case {
        about: "blank last year, absent last year, and told two years ago",
        given: "
            2025/26
            PlacedAdoption | CHILD | DATE_PLACED
            >              | 1     | 31/03/2025
            >              | 2     | 31/03/2025
                           | 3     | 01/04/2025
                           | 4     | 31/03/2025
                           | 5     | 31/03/2024
                           | 6     |
            ?              | 7     | 31/03/24
                           |       | 31/03/2025
            PlacedAdoption_last | CHILD | DATE_PLACED
                                | 1     |
                                | 4     | 31/03/2025
                                | 5     |
            PlacedAdoption_before | CHILD | DATE_PLACED
                                  | 5     | 31/03/2024
        ",
    }],
};
fn is_old_news(d: Row) -> Answer {
    let is_old = d.is_filled(placed::CHILD) && before(d.day(placed::DATE_PLACED)?, Some(d.given().start));
    Ok(is_old && !d.child().before(PLACED_ADOPTION).any(|earlier| earlier.is_filled(placed::DATE_PLACED)))
}
