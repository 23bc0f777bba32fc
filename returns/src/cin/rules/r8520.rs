//! A birth after the census.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8520",
    level: Level::Error,
    wrong: "The day of birth lies after the census year.",
    why: "A child who was not born by then is returned as unborn, with the day on which the birth is expected.",
    todo: "Correct the day of birth, or give the expected one in its place.",
    reason: Reason::Data,
    fields: &[identifiers::PERSON_BIRTH_DATE],
    versions: &[Version::always(
        &[identifiers::PERSON_BIRTH_DATE, header::REFERENCE_DATE],
        Check::Row(CHILD_IDENTIFIERS, is_born_later),
    )],
    cases: &[Case {
        about: "born on the last day of the year is born within it",
        given: "
                Header | ReferenceDate
                       | 2027-03-31
                ChildIdentifiers | LAchildID | PersonBirthDate
                >                | 1         | 2027-04-01
                                 | 2         | 2027-03-31
                                 | 3         |
                ?                | 4         | 2027-04-31
            ",
    }],
};
fn is_born_later(child: Row) -> Answer {
    Ok(before(reference_date(child.whole())?, child.day(identifiers::PERSON_BIRTH_DATE)?))
}
