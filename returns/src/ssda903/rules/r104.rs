//! The day on which the status of an unaccompanied asylum-seeking child ceased. One before the collection year is
//! as wrong as none: the child then was no such child in this year.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "104",
    level: Level::Error,
    wrong: "The day on which the UASC status ceased is no day of the calendar, or lies before the collection year.",
    why: "The status is counted, and funded, up to that day.",
    todo: "Correct the day; if the status ceased in an earlier year, take the child out of the table.",
    reason: Reason::Data,
    fields: &[uasc::DUC],
    versions: &[Version::always(&[uasc::DUC], Check::Row(UASC, ceased_on_no_day_of_the_year))],
    cases: &[Case {
        about: "a blank says that the status goes on",
        given: "
                UASC | CHILD | DUC
                     | 1     | 01/04/2026
                     | 2     | 05/06/2027
                     | 3     |
                >    | 4     | 31/03/2026
                >    | 5     | 31/04/2026
                >    | 6     | 01/05/26

            ",
    }],
};
fn ceased_on_no_day_of_the_year(u: Row) -> Answer {
    Ok(u.day(uasc::DUC).map_or(true, |ceased| ceased.is_some_and(|d| d < u.given().start)))
}
