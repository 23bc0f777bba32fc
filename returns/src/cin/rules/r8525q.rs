//! Born or expected.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8525Q",
    level: Level::Query,
    wrong: "The child has both a day of birth and an expected one, or neither.",
    why: "A child is born or expected: with both or neither nobody can tell the age, nor whether to count the child as unborn.",
    todo: "Keep the day of birth once the child is born; until then give the expected day alone.",
    reason: Reason::Data,
    fields: &[identifiers::PERSON_BIRTH_DATE, identifiers::EXPECTED_PERSON_BIRTH_DATE],
    versions: &[Version::always(
        &[identifiers::PERSON_BIRTH_DATE, identifiers::EXPECTED_PERSON_BIRTH_DATE],
        Check::Row(CHILD_IDENTIFIERS, has_both_or_neither),
    )],
    cases: &[Case {
        about: "exactly one of the two",
        given: "
                ChildIdentifiers | LAchildID | PersonBirthDate | ExpectedPersonBirthDate
                                 | 1         | 2016-05-01      |
                                 | 2         |                 | 2027-05-01
                >                | 3         |                 |
                >                | 4         | 2026-05-01      | 2026-05-10
            ",
    }],
};
fn has_both_or_neither(child: Row) -> Answer {
    let is_expected = child.is_filled(identifiers::EXPECTED_PERSON_BIRTH_DATE);
    Ok(child.is_filled(identifiers::PERSON_BIRTH_DATE) == is_expected)
}
