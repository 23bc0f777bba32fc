//! A child on short breaks lives at home.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "384",
    level: Level::Error,
    wrong: "The child is on short breaks and placed with long-term foster carers.",
    why: "Long-term fostering is for children who do not live at home; one of the two is not true.",
    todo: "Correct the placement type or the legal status.",
    reason: Reason::Guidance,
    fields: &[ep::PLACE, ep::LS],
    versions: &[Version::always(
        &[ep::PLACE, ep::LS],
        Check::Row(EPISODES, |e| Ok(is_short_break(e) && e.is(ep::PLACE, &["U1", "U4"]))),
    )],
    cases: &[Case {
        about: "the two long-term types",
        given: "
            Episodes | CHILD | PLACE | LS
            >        | 1     | U1    | V4
            >        | 2     | U4    | V3
                     | 3     | U6    | V3
                     | 4     | U4    | C2
        ",
    }],
};
