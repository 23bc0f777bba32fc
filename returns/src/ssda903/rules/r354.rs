//! An episode that begins after the collection year. The published text speaks of the day on which it ceased, but
//! names DECOM as its field, and 385 says the same of DEC: so this one is about DECOM.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "354",
    level: Level::Error,
    wrong: "The start of the episode lies in a later collection year.",
    why: "It belongs to the next return: in this one it makes the child looked after in a time that is not asked for.",
    todo: "Take the episode out, or correct DECOM.",
    reason: Reason::Data,
    fields: &[ep::DECOM],
    versions: &[Version::always(
        &[ep::DECOM],
        Check::Row(EPISODES, |e| Ok(before(Some(e.given().end), e.day(ep::DECOM)?))),
    )],
    cases: &[Case {
        about: "the last day of the year counts",
        given: "
            2025/26
            Episodes | CHILD | DECOM
                     | 1     | 31/03/2026
            >        | 2     | 01/04/2026
                     | 3     |
            ?        | 4     | soon
        ",
    }],
};
