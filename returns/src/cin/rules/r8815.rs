//! More than one open case.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8815",
    level: Level::Error,
    wrong: "The child has more than one open case that led to further action.",
    why: "A child in need has one case at a time: each open one is counted as a child in need at 31 March.",
    todo: "Close the cases that have ended, or join those that are one.",
    reason: Reason::Data,
    fields: &[details::REFERRAL_NFA, details::CIN_CLOSURE_DATE],
    versions: &[Version::always(
        &[details::LA_CHILD_ID, details::REFERRAL_NFA, details::CIN_CLOSURE_DATE],
        Check::Child(several_open),
    )],
    cases: &[Case {
        about: "referrals of no further action do not count, nor rows without a child",
        given: "
                CINdetails | LAchildID | CINclosureDate | ReferralNFA
                >          | 1         |                | 0
                >          | 1         |                | false
                           | 1         | 2026-05-01     | 0
                           | 2         |                | 0
                           | 2         |                | 1
                           |           |                | 0
                           |           |                | 0
            ",
    }],
};
fn several_open(child: Child, told: &mut Told) {
    let is_open = |c: &Row| c.is_blank(details::CIN_CLOSURE_DATE) && !is_yes(*c, details::REFERRAL_NFA);
    one_may_be_open(told, &child.rows(CIN_DETAILS).iter().filter(is_open).collect::<Vec<_>>());
}
