//! The reason for ceasing, spelt as in the guide, which prints E4a and E4b as well as E4A and E4B. A blank is no
//! wrong code.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "149",
    level: Level::Error,
    wrong: "The reason why the episode ceased is filled with something that is no code of the return.",
    why: "How and where to children leave care is counted from it.",
    todo: "Give one of the codes of the guide, such as X1 or E4A, or blank it while the episode goes on.",
    reason: Reason::Data,
    fields: &[ep::REC],
    versions: &[Version::always(&[ep::REC], Check::Row(EPISODES, is_no_reason))],
    cases: &[Case {
        about: "codes that ended in 2018 are none",
        given: "
            Episodes | CHILD | REC
                     | 1     | X1
                     | 2     | E4A
                     | 3     | E4a
                     | 4     | E48
            >        | 5     | E43
            >        | 6     | x1
            >        | 7     | E4
                     | 8     |
        ",
    }],
};
fn is_no_reason(e: Row) -> Answer {
    Ok(is_no_code(e, ep::REC, "s903.reason_episode_ceased") && !["E4a", "E4b"].contains(&e.said(ep::REC)))
}
