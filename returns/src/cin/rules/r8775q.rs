//! Older than 25.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8775Q",
    level: Level::Query,
    wrong: "The person was older than 25 when the case was closed, or at the end of the census year.",
    why: "Nobody is a child in need or a care leaver after 25: the day of birth is wrong, or the case was never closed.",
    todo: "Correct the day of birth, close the case, or say why it is right.",
    reason: Reason::Law,
    fields: &[identifiers::PERSON_BIRTH_DATE, details::CIN_CLOSURE_DATE],
    versions: &[Version::always(
        &[
            identifiers::LA_CHILD_ID,
            identifiers::PERSON_BIRTH_DATE,
            details::LA_CHILD_ID,
            details::CIN_CLOSURE_DATE,
            header::REFERENCE_DATE,
        ],
        Check::Child(|child, told| with_the_child(child, told, CIN_DETAILS, is_too_old)),
    )],
    cases: &[Case {
        about: "the 25th birthday itself is not after it",
        given: "
                Header | ReferenceDate
                       | 2027-03-31
                ChildIdentifiers | LAchildID | PersonBirthDate
                >                | 1         | 2001-05-01
                                 | 2         | 2001-05-01
                >                | 3         | 2002-03-30
                                 | 4         | 2002-03-31
                                 | 5         |
                CINdetails | LAchildID | CINclosureDate
                >          | 1         | 2026-05-02
                           | 2         | 2026-05-01
                >          | 3         |
                           | 4         |
                           | 5         |
            ",
    }],
};
fn is_too_old(child: Row, case: Row) -> Answer {
    let closed = case.day(details::CIN_CLOSURE_DATE)?;
    let until = if closed.is_some() { closed } else { reference_date(case.whole())? };
    Ok(before(child.day(identifiers::PERSON_BIRTH_DATE)?.map(|born| birthday(born, 25)), until))
}
