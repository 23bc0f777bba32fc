//! A youth justice legal status of a child under ten.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "358",
    level: Level::Error,
    wrong: "A child under 10 has a legal status that only a child of 10 or more can have.",
    why: "Nobody under 10 can be charged with an offence, so one of these cells is not true of the child.",
    todo: "Check the date of birth, the day on which the episode began, and the legal status.",
    reason: Reason::Law,
    fields: &[ep::DECOM, header::DOB, ep::LS],
    versions: &[Version::always(
        &[header::CHILD, header::DOB, ep::CHILD, ep::DECOM, ep::LS],
        Check::Child(too_young_for_youth_justice),
    )],
    cases: &[Case {
        about: "the tenth birthday is old enough",
        given: "
            Episodes | CHILD | DECOM      | LS
            >        | 1     | 31/01/2026 | J1
                     | 2     | 01/02/2026 | J1
                     | 3     | 31/01/2026 | C2
                     | 4     |            | J2
            ?        | 5     | 1/2/2026   | J3
            Header   | CHILD | DOB
            >        | 1     | 01/02/2016
                     | 2     | 01/02/2016
                     | 3     | 01/02/2016
                     | 4     | 01/02/2016
                     | 5     | 01/02/2016
        ",
    }],
};
fn too_young_for_youth_justice(child: Child, told: &mut Told) {
    for header in child.rows(HEADER) {
        for e in child.rows(EPISODES).iter().filter(|e| e.is(ep::LS, &["J1", "J2", "J3"])) {
            told.ask(&[header, e], || {
                let (born, began) = (header.day(header::DOB)?, e.day(ep::DECOM)?);
                Ok(born.is_some() && began.is_some() && !is_aged(10, born, began))
            });
        }
    }
}
