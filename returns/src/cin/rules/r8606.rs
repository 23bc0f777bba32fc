//! A referral before the child was on the way.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8606",
    level: Level::Error,
    wrong: "The referral was made more than 40 weeks before the child was born or is expected.",
    why: "Nobody could know of the child then: a day is wrong, or the referral is of a brother or sister.",
    todo: "Correct the day of the referral or of the birth, or move the referral to the right child.",
    reason: Reason::Data,
    fields: &[details::CIN_REFERRAL_DATE, identifiers::PERSON_BIRTH_DATE, identifiers::EXPECTED_PERSON_BIRTH_DATE],
    versions: &[Version::always(
        &[
            identifiers::LA_CHILD_ID,
            identifiers::PERSON_BIRTH_DATE,
            identifiers::EXPECTED_PERSON_BIRTH_DATE,
            details::LA_CHILD_ID,
            details::CIN_REFERRAL_DATE,
        ],
        Check::Child(|child, told| with_the_child(child, told, CIN_DETAILS, is_too_early)),
    )],
    cases: &[Case {
        about: "280 days; the day of birth counts where there is one",
        given: "
                ChildIdentifiers | LAchildID | PersonBirthDate | ExpectedPersonBirthDate
                >                | 1         | 2027-02-05      |
                                 | 2         | 2027-02-05      |
                >                | 3         |                 | 2027-05-05
                                 | 4         | 2016-02-05      | 2027-05-05
                                 | 5         |                 |
                                 | 6         | 2027-02-05      |
                ?                | 7         | 5 Feb 2027      |
                CINdetails | LAchildID | CINreferralDate
                >          | 1         | 2026-04-30
                           | 2         | 2026-05-01
                >          | 3         | 2026-05-01
                           | 4         | 2026-05-01
                           | 5         | 2026-05-01
                           | 6         |
                ?          | 7         | 2026-05-01
            ",
    }],
};
fn is_too_early(child: Row, referral: Row) -> Answer {
    let born = child.day(identifiers::PERSON_BIRTH_DATE)?;
    let born = if born.is_some() { born } else { child.day(identifiers::EXPECTED_PERSON_BIRTH_DATE)? };
    Ok(before(referral.day(details::CIN_REFERRAL_DATE)?, born.map(|day| plus_days(day, -40 * 7))))
}
