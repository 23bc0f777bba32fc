//! When an unborn child is expected.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8530Q",
    level: Level::Query,
    wrong: "The child is expected before March or after December of the year in which the census ends.",
    why: "A child who is unborn on 31 March was expected a few weeks ago at the earliest, and is born within nine months.",
    todo: "Correct the expected day, or give the day of birth if the child is born.",
    reason: Reason::Data,
    fields: &[identifiers::EXPECTED_PERSON_BIRTH_DATE],
    versions: &[Version::always(
        &[identifiers::EXPECTED_PERSON_BIRTH_DATE, header::REFERENCE_DATE],
        Check::Row(CHILD_IDENTIFIERS, is_expected_at_another_time),
    )],
    cases: &[Case {
        about: "1 March and 31 December are within the range",
        given: "
                Header | ReferenceDate
                       | 2027-03-31
                ChildIdentifiers | LAchildID | ExpectedPersonBirthDate
                >                | 1         | 2027-02-28
                                 | 2         | 2027-03-01
                                 | 3         | 2027-12-31
                >                | 4         | 2028-01-01
                                 | 5         |
            ",
    }],
};
fn is_expected_at_another_time(child: Row) -> Answer {
    let expected = child.day(identifiers::EXPECTED_PERSON_BIRTH_DATE)?;
    let Some(year) = reference_date(child.whole())?.map(Date::year) else { return Ok(false) };
    Ok(expected.is_some_and(|day| !(date(year, 3, 1)..=date(year, 12, 31)).contains(&day)))
}
