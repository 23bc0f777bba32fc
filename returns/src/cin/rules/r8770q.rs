//! A child of school age without a UPN.
//!
//! The years of school are not published: 5 to 15 on the last 31 August. Until 2023/24 the rule spoke of the age alone:
//! more than 5 at the end of the census year.
use super::prelude::*;
use crate::check::{Column, Unclear};

pub const RULE: Rule = Rule {
    code: "8770Q",
    level: Level::Query,
    wrong: "The child is of school age, and has neither a UPN nor a reason that fits why not.",
    why: "Without it the child is not joined to their schooling, and one who is in no school is not found.",
    todo: "Give the UPN, or one of the reasons UN2 to UN7; say why if neither is known.",
    reason: Reason::People,
    fields: &[identifiers::UPN, identifiers::UPN_UNKNOWN],
    versions: &[
        Version::always(READ, Check::Row(CHILD_IDENTIFIERS, lacks_both)).until(2024),
        Version::since(2025, READ, Check::Row(CHILD_IDENTIFIERS, is_at_no_school)),
    ],
    cases: &[
        Case {
            about: "UN1 says that the child is not of school age: the year of school begins on 31 August",
            given: "
                Header | ReferenceDate
                       | 2027-03-31
                ChildIdentifiers | LAchildID | PersonBirthDate | UPN           | UPNunknown
                >                | 1         | 2021-08-31      |               | UN1
                                 | 2         | 2021-09-01      |               | UN1
                >                | 3         | 2010-09-01      |               |
                                 | 4         | 2010-08-31      |               |
                                 | 5         | 2016-05-01      |               | UN2
                                 | 6         | 2016-05-01      | H801200001001 |
                                 | 7         | 2016-05-01      | H801200001001 | UN1
                                 | 8         |                 |               |
                ?                | 9         | 01/05/2016      |               |
            ",
        },
        Case {
            about: "up to 2023/24 any reason did, from the day after the fifth birthday, and there was no end of school",
            given: "
                2023/24
                Header | ReferenceDate
                       | 2024-03-31
                ChildIdentifiers | LAchildID | PersonBirthDate | UPN | UPNunknown
                                 | 1         | 2016-05-01      |     | UN1
                >                | 2         | 2006-05-01      |     |
                >                | 3         | 2019-03-30      |     |
                                 | 4         | 2019-03-31      |     |
            ",
        },
    ],
};
const READ: &[Column] =
    &[identifiers::UPN, identifiers::UPN_UNKNOWN, identifiers::PERSON_BIRTH_DATE, header::REFERENCE_DATE];

/// The age on the last 31 August in the census year: compulsory schooling is over for those who are 16 by then.
fn school_age(child: Row) -> Result<Option<i64>, Unclear> {
    let born = child.day(identifiers::PERSON_BIRTH_DATE)?;
    let august = reference_date(child.whole())?.map(|last| date(last.year() - 1, 8, 31));
    Ok(born.zip(august).and_then(|(born, august)| age_on(born, august)))
}
fn lacks_both(child: Row) -> Answer {
    let has_none = child.is_blank(identifiers::UPN) && child.is_blank(identifiers::UPN_UNKNOWN);
    let fifth_birthday = child.day(identifiers::PERSON_BIRTH_DATE)?.map(|born| birthday(born, 5));
    Ok(has_none && before(fifth_birthday, reference_date(child.whole())?))
}
fn is_at_no_school(child: Row) -> Answer {
    let has_reason = child.is_filled(identifiers::UPN_UNKNOWN) && !child.is(identifiers::UPN_UNKNOWN, &["UN1"]);
    let has_none = child.is_blank(identifiers::UPN) && !has_reason;
    Ok(has_none && school_age(child)?.is_some_and(|age| (5..16).contains(&age)))
}
