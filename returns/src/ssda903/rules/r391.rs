//! Whom OC3 asks after: those who were 17 to 21 on some day of the collection year.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "391",
    level: Level::Error,
    wrong: "Care leaver information is given for someone who was not between 17 and 21 in the year.",
    why: "The statistics count these ages only; at another age something else is owed.",
    todo: "Correct the date of birth, or take the row out.",
    reason: Reason::Guidance,
    fields: &[oc3::DOB, oc3::IN_TOUCH, oc3::ACTIV, oc3::ACCOM],
    versions: &[Version::always(&[oc3::DOB], Check::Row(OC3, is_of_another_age)).may_read(LEAVER)],
    cases: &[Case {
        about: "the seventeenth and the twenty-second birthday",
        given: "
                OC3 | CHILD | DOB        | IN_TOUCH
                    | 1     | 31/03/2010 | YES
                >   | 2     | 01/04/2010 | YES
                    | 3     | 02/04/2004 | YES
                >   | 4     | 01/04/2004 | YES
                    | 5     | 01/04/2012 |
                    | 6     |            | YES
                ?   | 7     | 1/4/2012   | YES

            ",
    }],
};
fn is_of_another_age(o: Row) -> Answer {
    let (given, born) = (o.given(), o.day(oc3::DOB)?);
    let is_outside = born.is_some() && (!is_aged(17, born, Some(given.end)) || is_aged(22, born, Some(given.start)));
    Ok(has_leaver_information(o) && is_outside)
}
