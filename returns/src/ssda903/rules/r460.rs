//! Staying on, before 18.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "460",
    level: Level::Error,
    wrong: "The time in care ended because the young person stayed on with their carers at 18, before the 18th \
        birthday.",
    why: "Staying put begins at 18 (Children Act 1989 s23CZA): until then they are looked after.",
    todo: "Correct the day or the reason for ceasing, or the date of birth.",
    reason: Reason::Law,
    fields: &[ep::DEC, ep::REC],
    versions: &[Version::always(&[ep::CHILD, ep::DEC, ep::REC, header::CHILD, header::DOB], Check::Child(is_under_18))],
    cases: &[Case {
        about: "the 18th birthday itself is 18",
        given: "
                Episodes | CHILD | DEC        | REC
                >        | 1     | 30/04/2026 | E17
                         | 2     | 01/05/2026 | E17
                         | 3     | 30/04/2026 | E45
                         | 4     |            | E17
                         | 5     | 30/04/2026 | E17
                Header | CHILD | DOB
                       | 1     | 01/05/2008
                       | 2     | 01/05/2008
                       | 3     | 01/05/2008
                       | 4     | 01/05/2008
                       | 5     |
            ",
    }],
};
fn is_under_18(child: Child, told: &mut Told) {
    for header in child.rows(HEADER) {
        for e in child.rows(EPISODES).iter().filter(|e| e.is(ep::REC, &["E17"])) {
            told.ask(&[e], || {
                let (born, ended) = (header.day(header::DOB)?, e.day(ep::DEC)?);
                Ok(born.is_some() && ended.is_some() && !is_aged(18, born, ended))
            });
        }
    }
}
