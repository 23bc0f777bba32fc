//! No foyer before 18. The age is taken on the first day of the collection year; the published list of fields speaks
//! of episodes, which the rule does not look at.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "347",
    level: Level::Error,
    wrong: "A care leaver who was under 18 at the beginning of the year is said to live in a foyer.",
    why: "Foyers are for adults; at 16 or 17 supported accommodation must be registered.",
    todo: "Correct the accommodation or the date of birth.",
    reason: Reason::Guidance,
    fields: &[oc3::ACCOM, oc3::DOB],
    versions: &[Version::since(2024, &[oc3::DOB, oc3::ACCOM], Check::Row(OC3, is_in_a_foyer_too_young))],
    cases: &[Case {
        about: "eighteen on 1 April is old enough",
        given: "
                OC3 | CHILD | DOB        | ACCOM
                >   | 1     | 02/04/2008 | T1
                >   | 2     | 01/05/2009 | T2
                    | 3     | 01/04/2008 | T1
                    | 4     | 01/05/2009 | D1
                    | 5     |            | T1
                ?   | 6     | 1/5/2009   | T1

            ",
    }],
};
fn is_in_a_foyer_too_young(o: Row) -> Answer {
    let born = o.day(oc3::DOB)?;
    Ok(o.is(oc3::ACCOM, &["T1", "T2"]) && born.is_some() && !is_aged(18, born, Some(o.given().start)))
}
