//! Still looked after on the seventeenth or eighteenth birthday: not yet a care leaver then.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "1007",
    level: Level::Error,
    wrong: "The young person was still looked after on the seventeenth or eighteenth birthday, yet has care leaver \
        information.",
    why: "The same person would be counted as looked after and as having left.",
    todo: "Empty the row of OC3, or correct the episodes.",
    reason: Reason::Data,
    fields: LEAVER,
    versions: &[Version::always(&[oc3::CHILD, oc3::DOB, ep::CHILD, ep::DECOM, ep::DEC], Check::Child(is_still_there))
        .may_read(LEAVER)],
    cases: &[Case {
        about: "whoever leaves on the birthday has left",
        given: "
                OC3      | CHILD | DOB        | IN_TOUCH
                >        | 1     | 01/05/2009 | YES
                         | 2     | 01/05/2009 | YES
                >        | 3     | 01/05/2008 | YES
                         | 4     | 01/05/2009 |
                         | 5     | 01/05/2007 | YES
                         | 6     | 01/05/2009 | YES
                ?        | 7     | 01/05/2009 | YES
                >        | 8     | 01/05/2009 | YES
                         | 9     | 01/05/2009 | YES
                Episodes | CHILD | DECOM      | DEC
                         | 1     | 01/05/2026 | 02/05/2026
                         | 2     | 01/05/2020 | 01/05/2026
                         | 3     | 01/05/2020 |
                         | 4     | 01/05/2020 |
                         | 5     | 01/05/2020 |
                         | 6     | 02/05/2026 |
                         | 7     | 01/05/2020 | 31/06/2026
                         | 8     | 01/05/2020 | 31/06/2026
                         | 8     | 01/05/2020 |

            ",
    }],
};
fn is_still_there(child: Child, told: &mut Told) {
    for o in child.rows(OC3).iter().filter(|o| has_leaver_information(*o)) {
        told.ask(&[o], || {
            let Some(born) = o.day(oc3::DOB)? else { return Ok(false) };
            let birthdays = [17, 18].map(|age| birthday(born, age));
            any(child.rows(EPISODES), |e| {
                let (began, ended) = (e.day(ep::DECOM)?, e.day(ep::DEC)?);
                let is_there = |day: Date| began.is_some_and(|d| d <= day) && ended.is_none_or(|d| d > day);
                Ok(birthdays.iter().any(|day| is_in_year(child, Some(*day)) && is_there(*day)))
            })
        });
    }
}
