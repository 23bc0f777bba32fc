//! A child in PlacedAdoption who is not in the Header.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "INT02",
    level: Level::Error,
    wrong: "The child has a row in PlacedAdoption and none in the Header.",
    why: "Without sex, age and ethnicity the child who waits for adopters is counted nowhere.",
    todo: "Add the child to the Header, or correct the id in PlacedAdoption.",
    reason: Reason::Data,
    fields: &[placed::CHILD],
    versions: &[Version::always(
        &[header::CHILD, placed::CHILD],
        Check::Row(PLACED_ADOPTION, |r| is_not_in_header(r, placed::CHILD)),
    )],
    cases: &[Case {
        about: "a row without an id names no child",
        given: "
            Header | CHILD
                   | 1
            PlacedAdoption | CHILD
                           | 1
            >              | 2
            >              | 2
                           |
        ",
    }],
};
