//! A short break is spent at one place, so every one begins as a new stay.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "366",
    level: Level::Error,
    wrong: "The child changed placement or legal status during a short break.",
    why: "A short break is lawful as such only if it is spent at one place.",
    todo: "Give S if this is a break of its own; else give the legal status of an ordinary stay.",
    reason: Reason::Law,
    fields: &[ep::RNE],
    versions: &[Version::always(
        &[ep::LS, ep::RNE],
        Check::Row(EPISODES, |e| Ok(e.is(ep::LS, &["V3"]) && !e.is(ep::RNE, &["S"]))),
    )],
    cases: &[Case {
        about: "every short break begins with S",
        given: "
            Episodes | CHILD | LS | RNE
                     | 1     | V3 | S
            >        | 2     | V3 | P
            >        | 3     | V3 |
                     | 4     | V4 | P
                     | 5     | C2 | P
        ",
    }],
};
