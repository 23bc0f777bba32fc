//! Convictions of a child of 10 or more.
use super::{health_items::is_aged_at_the_end, prelude::*};

pub const RULE: Rule = Rule {
    code: "543",
    level: Level::Error,
    wrong: "The child was looked after all year and is 10 or more on 31 March, but it is not said whether the child \
        was convicted of an offence.",
    why: "The share of children in care who are drawn into offending cannot be told without every one of them.",
    todo: "Set CONVICTED to 1 or 0.",
    reason: Reason::Data,
    fields: &[oc2::DOB, oc2::CONVICTED],
    versions: &[Version::always(
        &[ep::CHILD, ep::DECOM, ep::DEC, ep::LS, ep::REC, ep::RNE, oc2::CHILD, oc2::DOB, oc2::CONVICTED],
        Check::Row(OC2, is_silent_on_convictions),
    )],
    cases: &[Case {
        about: "ten on the last day, and in care all year",
        given: "
            OC2 | CHILD | DOB        | CONVICTED
            >   | 1     | 31/03/2017 |
                | 2     | 01/04/2017 |
                | 3     | 31/03/2017 | 0
                | 4     | 31/03/2017 |
                | 5     |            |
                | 6     | 31/03/2017 |
            Episodes | CHILD | DECOM      | DEC | LS | REC | RNE
                     | 1     | 01/05/2024 |     | C2 |     | S
                     | 2     | 01/05/2024 |     | C2 |     | S
                     | 3     | 01/05/2024 |     | C2 |     | S
                     | 4     | 02/04/2026 |     | C2 |     | S
                     | 5     | 01/05/2024 |     | C2 |     | S
        ",
    }],
};
fn is_silent_on_convictions(o: Row) -> Answer {
    Ok(o.is_blank(oc2::CONVICTED) && is_aged_at_the_end(10, o)? && is_looked_after_all_year(o.child())?)
}
