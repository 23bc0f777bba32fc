//! A referral after the death.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8555Q",
    level: Level::Query,
    wrong: "The child was referred after the day on which they died.",
    why: "One of the two days is wrong, or the referral is of a brother or sister.",
    todo: "Correct the day of the referral or of the death, or move the referral to the right child.",
    reason: Reason::Data,
    fields: &[identifiers::PERSON_DEATH_DATE, details::CIN_REFERRAL_DATE],
    versions: &[Version::always(
        &[identifiers::LA_CHILD_ID, identifiers::PERSON_DEATH_DATE, details::LA_CHILD_ID, details::CIN_REFERRAL_DATE],
        Check::Child(|child, told| after_the_death(child, told, details::CIN_REFERRAL_DATE)),
    )],
    cases: &[Case {
        about: "the day itself is in order",
        given: "
                ChildIdentifiers | LAchildID | PersonDeathDate
                >                | 1         | 2026-05-26
                                 | 2         | 2026-05-26
                                 | 3         |
                                 | 4         | 2026-05-26
                CINdetails | LAchildID | CINreferralDate
                >          | 1         | 2026-05-27
                           | 2         | 2026-05-26
                           | 3         | 2026-05-27
                           | 4         |
            ",
    }],
};
