//! Who leaves care on the seventeenth or eighteenth birthday of the year, or after it, is asked of a year later.
//! An episode that another follows (X1) ends no care.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "1016",
    level: Level::Error,
    wrong: "The young person left care on or after the seventeenth or eighteenth birthday of this year, yet has \
        care leaver information.",
    why: "On the birthday there was nobody to be in touch with: the information can only be of another year.",
    todo: "Empty the row of OC3, or correct the day on which care ended.",
    reason: Reason::Guidance,
    fields: LEAVER,
    versions: &[Version::since(
        2024,
        &[oc3::CHILD, oc3::DOB, ep::CHILD, ep::DEC],
        Check::Child(left_since_the_birthday),
    )
    .may_read(&[oc3::IN_TOUCH, oc3::ACTIV, oc3::ACCOM, ep::REC])],
    cases: &[Case {
        about: "the day before the birthday is early enough",
        given: "
                OC3      | CHILD | DOB        | IN_TOUCH
                >        | 1     | 01/05/2009 | YES
                         | 2     | 01/05/2009 | YES
                >        | 3     | 01/05/2008 | YES
                         | 4     | 01/05/2009 |
                         | 5     | 01/05/2007 | YES
                         | 6     | 01/05/2009 | YES
                         | 7     | 01/05/2009 | YES
                         | 8     | 01/05/2009 | YES
                ?        | 9     | 01/05/2009 | YES
                Episodes | CHILD | DEC        | REC
                         | 1     | 01/05/2026 | E4A
                         | 2     | 30/04/2026 | E4A
                         | 3     | 31/03/2027 | E7
                         | 4     | 01/05/2026 | E4A
                         | 5     | 01/06/2026 | E7
                         | 6     | 01/06/2026 | X1
                         | 7     |            |
                         | 8     | 01/04/2027 | E4A
                         | 9     | 31/06/2026 | E4A

            ",
    }],
};
fn left_since_the_birthday(child: Child, told: &mut Told) {
    for o in child.rows(OC3).iter().filter(|o| has_leaver_information(*o)) {
        told.ask(&[o], || {
            let Some(born) = o.day(oc3::DOB)? else { return Ok(false) };
            let birthdays = [17, 18].map(|age| birthday(born, age)).into_iter();
            let Some(day) = birthdays.filter(|day| is_in_year(child, Some(*day))).min() else { return Ok(false) };
            any(child.rows(EPISODES).iter().filter(|e| !e.is(ep::REC, CONTINUES)), |e| {
                let ended = e.day(ep::DEC)?;
                Ok(is_in_year(child, ended) && ended.is_some_and(|ended| ended >= day))
            })
        });
    }
}
