//! The day on which an episode ceased; blank while it goes on.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "147",
    level: Level::Error,
    wrong: "The day on which the episode ceased is filled with something that is no day of the calendar.",
    why: "The episode then looks as if it had neither ended nor gone on, and its length is unknown.",
    todo: "Give DEC as day, month and year, or leave it blank while the episode goes on.",
    reason: Reason::Data,
    fields: &[ep::DEC],
    versions: &[Version::always(&[ep::DEC], Check::Row(EPISODES, |e| Ok(e.is_no_day(ep::DEC))))],
    cases: &[Case {
        about: "blank is an episode that goes on",
        given: "
            Episodes | CHILD | DEC
                     | 1     | 30/04/2026
                     | 2     |
            >        | 3     | 31/04/2026
            >        | 4     | 1/5/2026
        ",
    }],
};
