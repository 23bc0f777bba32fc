//! No further action of an earlier year.
//!
//! Which days are working days is not published: bank holidays are left out as far as the calendar knows them.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8569Q",
    level: Level::Query,
    wrong: "The referral is marked as no further action, and was made more than a working day before the census year began.",
    why: "Nothing followed it, so it ended at once and belongs to the census of its own year.",
    todo: "Take the referral out, or correct its day or the mark; say why if it is right.",
    reason: Reason::Data,
    fields: &[details::REFERRAL_NFA],
    versions: &[Version::always(
        &[details::REFERRAL_NFA, details::CIN_REFERRAL_DATE, header::REFERENCE_DATE],
        Check::Row(CIN_DETAILS, is_of_an_earlier_year),
    )],
    cases: &[
        Case {
            about: "31 March 2026 was a Tuesday",
            given: "
                Header | ReferenceDate
                       | 2027-03-31
                CINdetails | LAchildID | CINreferralDate | ReferralNFA
                           | 1         | 2026-03-31      | 1
                >          | 2         | 2026-03-30      | true
                           | 3         | 2026-03-30      | 0
                           | 4         |                 | 1
                           | 5         | 2026-05-30      | 1
            ",
        },
        Case {
            about: "Good Friday was 29 March 2024",
            given: "
                2024/25
                Header | ReferenceDate
                       | 2025-03-31
                CINdetails | LAchildID | CINreferralDate | ReferralNFA
                           | 1         | 2024-03-28      | 1
                >          | 2         | 2024-03-27      | 1
            ",
        },
    ],
};
fn is_of_an_earlier_year(referral: Row) -> Answer {
    if !is_yes(referral, details::REFERRAL_NFA) {
        return Ok(false);
    }
    let referred = referral.day(details::CIN_REFERRAL_DATE)?;
    let year = census_year(referral.whole())?;
    Ok(before(referred, year.map(|(first, _)| working_day_back(plus_days(first, -1), 1))))
}
