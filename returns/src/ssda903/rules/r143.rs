//! The reason for the new episode, spelt as in the guide. A blank is no wrong code.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "143",
    level: Level::Error,
    wrong: "The reason for the new episode is filled with something that is no code of the return.",
    why: "It says what changed: with an unknown reason neither moves nor changes of legal status can be counted.",
    todo: "Give S, L, P, T, B or U, in capitals.",
    reason: Reason::Data,
    fields: &[ep::RNE],
    versions: &[Version::always(&[ep::RNE], Check::Row(EPISODES, |e| Ok(is_no_code(e, ep::RNE, "s903.rne"))))],
    cases: &[Case {
        about: "small letters are no code, blank is another matter",
        given: "
            Episodes | CHILD | RNE
                     | 1     | S
            >        | 2     | p
            >        | 3     | SP
                     | 4     |
        ",
    }],
};
