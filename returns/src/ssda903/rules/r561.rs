//! A decision that was reversed last year, reported again.
use super::{adoption::is_reversed, prelude::*};

pub const RULE: Rule = Rule {
    code: "561",
    level: Level::Error,
    wrong: "The decision that the child should be placed for adoption was reversed in last year's return, and is \
        here again with the same day.",
    why: "A decision that was reversed does not come back; if there is a new one, it was made on another day.",
    todo: "Take the row out; or if there is a new decision, give its day.",
    reason: Reason::Data,
    fields: &[placed::DATE_PLACED],
    versions: &[Version::always(&[placed::CHILD, placed::DATE_PLACED], Check::Row(PLACED_ADOPTION, is_here_again))
        .needs_prior(&[placed::CHILD, placed::DATE_PLACED, placed::DATE_PLACED_CEASED, placed::REASON_PLACED_CEASED])],
    cases: &[Case {
        about: "reversed by a day or by a reason",
        given: "
            2025/26
            PlacedAdoption | CHILD | DATE_PLACED
            >              | 1     | 01/05/2024
            >              | 2     | 01/05/2024
                           | 3     | 01/05/2024
                           | 4     | 02/05/2025
                           | 5     |
                           | 6     | 01/05/2024
            ?              | 7     | 01/05/24
            PlacedAdoption_last | CHILD | DATE_PLACED | DATE_PLACED_CEASED | REASON_PLACED_CEASED
                                | 1     | 01/05/2024  | 01/02/2025         | RD1
                                | 2     | 01/05/2024  |                    | RD1
                                | 3     | 01/05/2024  |                    |
                                | 4     | 01/05/2024  | 01/02/2025         | RD1
                                | 5     |             | 01/02/2025         | RD1
                                | 7     | 01/05/2024  | 01/02/2025         | RD1
        ",
    }],
};
fn is_here_again(d: Row) -> Answer {
    let day = d.day(placed::DATE_PLACED)?;
    let is_same = |last: Row| matches!(last.day(placed::DATE_PLACED), Ok(before) if before == day);
    Ok(day.is_some() && d.child().last(PLACED_ADOPTION).iter().any(|last| is_reversed(last) && is_same(last)))
}
