//! An episode that ends after the collection year has not ended for this return.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "385",
    level: Level::Error,
    wrong: "The end of the episode lies in a later collection year.",
    why: "For this return the child is still looked after on 31 March and must be counted so.",
    todo: "Blank DEC and REC; the end belongs in the next return.",
    reason: Reason::Data,
    fields: &[ep::DEC],
    versions: &[Version::always(
        &[ep::DEC],
        Check::Row(EPISODES, |e| Ok(before(Some(e.given().end), e.day(ep::DEC)?))),
    )],
    cases: &[Case {
        about: "the last day of the year counts",
        given: "
            2025/26
            Episodes | CHILD | DEC
                     | 1     | 31/03/2026
            >        | 2     | 01/04/2026
                     | 3     |
            ?        | 4     | soon
        ",
    }],
};
