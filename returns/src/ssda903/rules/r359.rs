//! In care beyond the eighteenth birthday.
use super::{ages::born, prelude::*};

pub const RULE: Rule = Rule {
    code: "359",
    level: Level::Error,
    wrong: "The young person was looked after beyond the eighteenth birthday, and not as one accommodated in a \
        children's home.",
    why: "Care ends at 18; after it there is only accommodation in a community home under section 20(5) of the \
        Children Act 1989.",
    todo: "End the episode on the birthday; or if the young person stayed in such a home, give V2 and K2.",
    reason: Reason::Law,
    fields: &[ep::DEC, ep::LS, ep::PLACE],
    versions: &[Version::always(
        &[header::CHILD, header::DOB, ep::CHILD, ep::DEC, ep::LS, ep::PLACE],
        Check::Row(EPISODES, is_adult_in_care),
    )],
    cases: &[Case {
        about: "an episode may end on the birthday; an open one is taken to end with the year",
        given: "
            Episodes | CHILD | DEC        | LS | PLACE
            >        | 1     | 02/05/2026 | C2 | U4
                     | 1     | 01/05/2026 | C2 | U4
                     | 1     | 02/05/2026 | V2 | K2
            >        | 1     | 02/05/2026 | C2 | K2
            >        | 1     | 02/05/2026 | V2 | U4
            >        | 1     |            | V2 | U4
            >        | 2     |            | C2 | U4
                     | 3     |            | C2 | U4
                     | 4     |            | C2 | U4
                     | 5     |            | C2 | U4
            ?        | 1     | 02/13/2026 | C2 | U4
            Header | CHILD | DOB
                   | 1     | 01/05/2008
                   | 2     | 30/03/2009
                   | 3     | 31/03/2009
                   | 4     |
        ",
    }],
};
fn is_adult_in_care(e: Row) -> Answer {
    let is_in_community_home = e.is(ep::LS, &["V2"]) && e.is(ep::PLACE, &["K2"]);
    let grown = born(e.child())?.map(|born| birthday(born, 18));
    let until = e.day(ep::DEC)?.unwrap_or(e.given().end);
    Ok(!is_in_community_home && before(grown, Some(until)))
}
