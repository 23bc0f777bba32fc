//! A special guardianship order to former foster carers (E45, E46) is made for a child who lives with them.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "516",
    level: Level::Error,
    wrong: "The child left care to the special guardianship of former foster carers, and the episode is not one \
        with foster carers.",
    why: "Either the carers were not the child's foster carers, and the order is counted wrongly, or the placement \
        is not true.",
    todo: "Correct the placement type, or give E47 or E48.",
    reason: Reason::Guidance,
    fields: &[ep::REC, ep::PLACE],
    versions: &[Version::always(
        &[ep::REC, ep::PLACE],
        Check::Row(EPISODES, |e| Ok(e.is(ep::REC, &["E45", "E46"]) && !e.is(ep::PLACE, FOSTERED))),
    )],
    cases: &[Case {
        about: "every type of foster home is good",
        given: "
            Episodes | CHILD | REC | PLACE
                     | 1     | E45 | U1
                     | 2     | E46 | U6
            >        | 3     | E45 | K2
            >        | 4     | E46 |
                     | 5     | E47 | K2
        ",
    }],
};
