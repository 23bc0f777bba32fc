//! A special guardianship of an adult.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "407",
    level: Level::Error,
    wrong: "The time in care ended with a special guardianship order on or after the 18th birthday.",
    why: "The order is made for a child (Children Act 1989 s14A): at 18 it could no longer be made.",
    todo: "Correct the day or the reason for ceasing, or the date of birth.",
    reason: Reason::Law,
    fields: &[ep::DEC, header::DOB, ep::REC],
    versions: &[Version::always(&[ep::CHILD, ep::DEC, ep::REC, header::CHILD, header::DOB], Check::Child(is_grown_up))],
    cases: &[Case {
        about: "the birthday itself is too late",
        given: "
                Episodes | CHILD | DEC        | REC
                >        | 1     | 01/05/2026 | E45
                         | 2     | 30/04/2026 | E48
                         | 3     | 01/05/2026 | E11
                         | 4     |            | E46
                ?        | 5     | 31/04/2026 | E46
                Header | CHILD | DOB
                >      | 1     | 01/05/2008
                       | 2     | 01/05/2008
                       | 3     | 01/05/2008
                       | 4     | 01/05/2008
                       | 5     | 01/05/2008
            ",
    }],
};
fn is_grown_up(child: Child, told: &mut Told) {
    for header in child.rows(HEADER) {
        for e in child.rows(EPISODES).iter().filter(|e| e.is(ep::REC, &["E45", "E46", "E47", "E48"])) {
            told.ask(&[header, e], || Ok(is_aged(18, header.day(header::DOB)?, e.day(ep::DEC)?)));
        }
    }
}
