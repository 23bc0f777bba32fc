//! UN1 says that a child is too young for school. School age is taken as five years on the first day of the
//! collection year.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "209",
    level: Level::Error,
    wrong: "The child is of school age, and the code UN1 says that it is too young to have a pupil number.",
    why: "A child of school age with no number may be without a school.",
    todo: "Ask the school for the number; find out whether the child has a school at all.",
    reason: Reason::People,
    fields: &[header::UPN, header::DOB],
    versions: &[Version::always(&[header::UPN, header::DOB], Check::Row(HEADER, is_old_enough_for_school))],
    cases: &[Case {
        about: "the fifth birthday on 1 April is old enough",
        given: "
                Header | CHILD | UPN           | DOB
                >      | 1     | UN1           | 01/04/2021
                       | 2     | UN1           | 02/04/2021
                       | 3     | UN2           | 01/04/2015
                       | 4     | A123456789012 | 01/04/2015
                       | 5     |               | 01/04/2015
                       | 6     | UN1           |
                ?      | 7     | UN1           | 2015

            ",
    }],
};
fn is_old_enough_for_school(h: Row) -> Answer {
    Ok(h.is(header::UPN, &["UN1"]) && is_aged(5, h.day(header::DOB)?, Some(h.given().start)))
}
