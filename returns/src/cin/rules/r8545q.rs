//! A death in another year.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8545Q",
    level: Level::Query,
    wrong: "The child died before or after the census year.",
    why: "A child who died in an earlier year was not in need in this one; one who died later was alive on the day of the census.",
    todo: "Correct the day of death, or say why the child is in this census.",
    reason: Reason::Data,
    fields: &[identifiers::PERSON_DEATH_DATE],
    versions: &[Version::always(
        &[identifiers::PERSON_DEATH_DATE, header::REFERENCE_DATE],
        Check::Row(CHILD_IDENTIFIERS, |row| is_outside_census_year(row, identifiers::PERSON_DEATH_DATE)),
    )],
    cases: &[Case {
        about: "both ends of the year are within it",
        given: "
                Header | ReferenceDate
                       | 2027-03-31
                ChildIdentifiers | LAchildID | PersonDeathDate
                >                | 1         | 2026-03-31
                                 | 2         | 2026-04-01
                                 | 3         | 2027-03-31
                >                | 4         | 2027-04-01
                                 | 5         |
                ?                | 6         | 2027-02-29
            ",
    }],
};
