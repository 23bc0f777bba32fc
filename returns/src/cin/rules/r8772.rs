//! No UPN because nothing followed.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8772",
    level: Level::Error,
    wrong: "The child has no UPN because their referral led to no further action, and yet one of their referrals did lead on.",
    why: "The reason holds only while nothing followed: a child who is helped needs a UPN to be joined to their schooling.",
    todo: "Give the UPN or another reason, or correct the mark of no further action.",
    reason: Reason::Data,
    fields: &[identifiers::UPN_UNKNOWN, details::REFERRAL_NFA],
    versions: &[Version::always(
        &[identifiers::LA_CHILD_ID, identifiers::UPN_UNKNOWN, details::LA_CHILD_ID, details::REFERRAL_NFA],
        Check::Child(|child, told| {
            with_the_child(child, told, CIN_DETAILS, |own, referral| {
                Ok(own.is(identifiers::UPN_UNKNOWN, &["UN7"]) && !is_yes(referral, details::REFERRAL_NFA))
            });
        }),
    )],
    cases: &[Case {
        about: "one referral that led on is enough",
        given: "
                ChildIdentifiers | LAchildID | UPNunknown
                >                | 1         | UN7
                                 | 2         | UN7
                                 | 3         | UN6
                                 | 4         | UN7
                CINdetails | LAchildID | ReferralNFA
                           | 1         | 1
                >          | 1         | 0
                           | 2         | true
                           | 3         | 0
            ",
    }],
};
