//! The mark of no further action.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8568",
    level: Level::Error,
    wrong: "ReferralNFA is missing, or is neither yes nor no.",
    why: "It says whether the referral led to anything: without it the child cannot be counted as in need or not.",
    todo: "Give true or 1 where nothing followed the referral, else false or 0.",
    reason: Reason::Data,
    fields: &[details::REFERRAL_NFA],
    versions: &[Version::always(
        &[details::REFERRAL_NFA],
        Check::Row(CIN_DETAILS, |r| Ok(!r.is(details::REFERRAL_NFA, &["0", "1", "FALSE", "TRUE"]))),
    )],
    cases: &[Case {
        about: "yes and no in figures and words",
        given: "
                CINdetails | LAchildID | ReferralNFA
                           | 1         | 0
                           | 2         | 1
                           | 3         | true
                           | 4         | FALSE
                >          | 5         | no
                >          | 6         |
            ",
    }],
};
