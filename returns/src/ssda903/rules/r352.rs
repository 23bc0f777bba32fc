//! Came into care as an adult.
use super::{ages::born, prelude::*};

pub const RULE: Rule = Rule {
    code: "352",
    level: Level::Error,
    wrong: "The young person was 18 or more on the day on which care began.",
    why: "Only a child can come into care, so one of the two days is wrong.",
    todo: "Check the date of birth, and the day on which the child came into care.",
    reason: Reason::Law,
    fields: &[ep::DECOM, ep::RNE],
    versions: &[Version::always(
        &[header::CHILD, header::DOB, ep::CHILD, ep::DECOM, ep::RNE],
        Check::Row(EPISODES, |e| Ok(e.is(ep::RNE, &["S"]) && is_aged(18, born(e.child())?, e.day(ep::DECOM)?))),
    )],
    cases: &[Case {
        about: "the eighteenth birthday is too late; going on after it is rule 359's matter",
        given: "
            Episodes | CHILD | DECOM      | RNE
            >        | 1     | 01/05/2026 | S
                     | 2     | 01/05/2026 | S
                     | 1     | 01/06/2026 | P
                     | 3     | 01/05/2026 | S
                     | 4     | 01/05/2026 | S
            ?        | 1     | 1st May    | S
            Header | CHILD | DOB
                   | 1     | 01/05/2008
                   | 2     | 02/05/2008
                   | 3     |
        ",
    }],
};
