//! X1 says that another episode begins on the same day. Another reason says that the child left care, and nothing
//! begins then. Where the next episode follows and the end is blank it is not told (see 142).
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "388",
    level: Level::Error,
    wrong: "The reason for ceasing and the next episode do not agree: X1 without an episode that begins that day, \
        or another reason with one.",
    why: "It cannot be told whether the child left care.",
    todo: "Add the episode that follows, or correct DEC, or give the reason why the child left care.",
    reason: Reason::Data,
    fields: &[ep::REC],
    versions: &[Version::always(&[ep::CHILD, ep::DECOM, ep::DEC, ep::REC], Check::Child(does_not_agree_with_the_next))],
    cases: &[Case {
        about: "X1 and an episode on that day go together",
        given: "
            Episodes | CHILD | DECOM      | DEC        | REC
                     | 1     | 01/05/2026 | 01/06/2026 | X1
            >        | 1     | 01/06/2026 | 01/07/2026 | X1
            >        | 2     | 01/05/2026 | 01/06/2026 | X1
                     | 2     | 02/06/2026 |            |
            >        | 3     | 01/05/2026 | 01/06/2026 | E4A
                     | 3     | 01/06/2026 |            |
                     | 4     | 01/05/2026 | 01/06/2026 | E4A
                     | 4     | 02/06/2026 |            |
                     | 5     | 01/05/2026 |            | X1
                     | 5     | 02/06/2026 |            |
            ?        | 6     | 01/05/2026 | 31/06/2026 | X1
                     | 6     | 02/07/2026 |            |
        ",
    }],
};
fn does_not_agree_with_the_next(child: Child, told: &mut Told) {
    for (e, next) in followed(child, told) {
        told.ask(&[e], || match (e.is(ep::REC, CONTINUES), next) {
            (true, None) => Ok(true),
            (true, Some(next)) => Ok(e.day(ep::DEC)?.is_some() && !meets(e, next)?),
            (false, Some(next)) => meets(e, next),
            (false, None) => Ok(false),
        });
    }
}
