//! An adoption order is made for a child who lives with the adopters. The placement of the last episode counts.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "390",
    level: Level::Error,
    wrong: "The child was adopted, and did not live with the adopters until then.",
    why: "The court makes the order only for a child who has lived with the adopters, so the placement or the \
        reason is not true.",
    todo: "Correct the placement type, or give the reason why the child left care.",
    reason: Reason::Law,
    fields: &[ep::PLACE, ep::REC],
    versions: &[Version::always(
        &[ep::PLACE, ep::REC],
        Check::Row(EPISODES, |e| Ok(e.is(ep::REC, ADOPTED) && !e.is(ep::PLACE, PLACED_FOR_ADOPTION))),
    )],
    cases: &[Case {
        about: "placed with foster carers who adopt, or with others",
        given: "
            Episodes | CHILD | PLACE | REC
            >        | 1     | U6    | E11
            >        | 2     |       | E12
                     | 3     | A3    | E11
                     | 4     | A6    | E12
                     | 5     | U6    | E45
        ",
    }],
};
