//! Care leaver information is all or nothing.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "153",
    level: Level::Error,
    wrong: "Some of the three care leaver items are given and others are blank.",
    why: "Half an answer cannot be counted, and hides whether anyone knows the rest.",
    todo: "Give all three, or none.",
    reason: Reason::Data,
    fields: LEAVER,
    versions: &[Version::always(LEAVER, Check::Row(OC3, is_half_told))],
    cases: &[Case {
        about: "one or two of three",
        given: "
                OC3 | CHILD | IN_TOUCH | ACTIV | ACCOM
                    | 1     | YES      | F1    | B1
                    | 2     |          |       |
                >   | 3     | YES      |       |
                >   | 4     |          | F1    |
                >   | 5     | YES      |       | B1
                >   | 6     |          | F1    | B1

            ",
    }],
};
fn is_half_told(o: Row) -> Answer {
    Ok((1..LEAVER.len()).contains(&LEAVER.iter().filter(|c| o.is_filled(**c)).count()))
}
