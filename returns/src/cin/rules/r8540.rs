//! Disability.
//!
//! A known validator finds these rows and loses them on the way to its report; here they are told.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8540",
    level: Level::Error,
    wrong: "The child has no disability code, or one that is not a code of the return.",
    why: "Whether disabled children are reached can be seen only where it is recorded of every child, NONE too.",
    todo: "Give each disability of the child, or NONE.",
    reason: Reason::Data,
    fields: &[disabilities::DISABILITY, identifiers::PERSON_BIRTH_DATE, details::REFERRAL_NFA],
    versions: &[Version::always(
        &[
            identifiers::LA_CHILD_ID,
            identifiers::PERSON_BIRTH_DATE,
            disabilities::LA_CHILD_ID,
            disabilities::DISABILITY,
            details::LA_CHILD_ID,
            details::REFERRAL_NFA,
        ],
        Check::Child(lacks_disability),
    )],
    cases: &[Case {
        about: "not asked of unborn children, nor where every referral led to no further action",
        given: "
                ChildIdentifiers | LAchildID | PersonBirthDate
                >                | 1         | 2016-05-01
                                 | 2         | 2016-05-01
                >                | 3         | 2016-05-01
                                 | 4         | 2016-05-01
                                 | 5         |
                                 | 6         | 2016-05-01
                Disabilities | LAchildID | Disability
                             | 2         | NONE
                >            | 3         | DEAF
                             | 3         | VIS
                             | 4         |
                             | 5         |
                CINdetails | LAchildID | ReferralNFA
                >          | 1         | 0
                           | 2         | 0
                >          | 3         | false
                           | 3         | true
                           | 4         | 1
                           | 5         | 0
            ",
    }],
};
fn lacks_disability(child: Child, told: &mut Told) {
    let led_on: Vec<Row> = child.rows(CIN_DETAILS).iter().filter(|r| !is_yes(*r, details::REFERRAL_NFA)).collect();
    let given = child.rows(DISABILITIES);
    let wrong = |d: &Row| is_missing_or_no_code(*d, disabilities::DISABILITY, "cin.disability") == Ok(true);
    let rows: Vec<Row> = led_on.iter().copied().chain(given.iter().filter(wrong)).collect();
    let lacks = given.is_empty() || rows.len() > led_on.len();
    let is_born = |own: &Row| own.is_filled(identifiers::PERSON_BIRTH_DATE);
    for own in child.rows(CHILD_IDENTIFIERS).iter().filter(|own| lacks && !led_on.is_empty() && is_born(own)) {
        told.breaks(&[&[own], &rows[..]].concat());
    }
}
