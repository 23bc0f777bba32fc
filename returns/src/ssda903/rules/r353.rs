//! The Children Act 1989 came into force on 14 October 1991, and with it the return.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "353",
    level: Level::Error,
    wrong: "The episode begins before 14 October 1991, when the Children Act came into force.",
    why: "No child of today was looked after then, so the day is not true.",
    todo: "Correct DECOM.",
    reason: Reason::Law,
    fields: &[ep::DECOM],
    versions: &[Version::always(
        &[ep::DECOM],
        Check::Row(EPISODES, |e| Ok(before(e.day(ep::DECOM)?, Some(date(1991, 10, 14))))),
    )],
    cases: &[Case {
        about: "the first day counts",
        given: "
            Episodes | CHILD | DECOM
            >        | 1     | 13/10/1991
                     | 2     | 14/10/1991
                     | 3     |
            ?        | 4     | 13/10/91
        ",
    }],
};
