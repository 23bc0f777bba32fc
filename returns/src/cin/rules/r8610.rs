//! Primary need.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8610",
    level: Level::Error,
    wrong: "The referral led to further action, and has no primary need code.",
    why: "Why children need help is known only from this code.",
    todo: "Give the primary need as it was seen at the referral, or as it is known since.",
    reason: Reason::Data,
    fields: &[details::REFERRAL_NFA, details::PRIMARY_NEED_CODE],
    versions: &[Version::always(
        &[details::REFERRAL_NFA, details::PRIMARY_NEED_CODE],
        Check::Row(CIN_DETAILS, |r| Ok(!is_yes(r, details::REFERRAL_NFA) && r.is_blank(details::PRIMARY_NEED_CODE))),
    )],
    cases: &[Case {
        about: "a referral without the mark led to further action",
        given: "
                CINdetails | LAchildID | ReferralNFA | PrimaryNeedCode
                >          | 1         | 0           |
                           | 2         | 0           | N1
                           | 3         | 1           |
                           | 4         | true        |
                >          | 5         | false       |
                >          | 6         |             |
            ",
    }],
};
