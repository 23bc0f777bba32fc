//! An open case before a later one.
//!
//! A known validator ends altogether at a child without an id; here such a row stands alone and is silent.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8816",
    level: Level::Error,
    wrong: "The case is open and led to further action, and the child was referred again later.",
    why: "A new referral begins after the last case was closed: the earlier one was most likely never closed.",
    todo: "Give the day on which the earlier case was closed, or join the two.",
    reason: Reason::Data,
    fields: &[details::CIN_REFERRAL_DATE, details::REFERRAL_NFA],
    versions: &[Version::always(
        &[details::LA_CHILD_ID, details::CIN_REFERRAL_DATE, details::CIN_CLOSURE_DATE, details::REFERRAL_NFA],
        Check::Child(is_not_the_latest),
    )],
    cases: &[Case {
        about: "two of one day are both the latest",
        given: "
                CINdetails | LAchildID | CINreferralDate | CINclosureDate | ReferralNFA
                >          | 1         | 2026-05-01      |                | 0
                           | 1         | 2026-06-01      |                | 0
                           | 2         | 2026-05-01      | 2026-05-20     | 0
                           | 2         | 2026-06-01      |                | 0
                           | 3         | 2026-05-01      |                | 1
                           | 3         | 2026-06-01      | 2026-07-01     | 0
                           | 4         | 2026-05-01      |                | 0
                           | 4         | 2026-05-01      | 2026-07-01     | 0
                           | 5         |                 |                | 0
                           | 5         | 2026-05-01      | 2026-07-01     | 0
                ?          | 6         | in May          |                | 0
                           |           | 2026-05-01      |                | 0
                           |           | 2026-06-01      |                | 0
            ",
    }],
};
fn is_not_the_latest(child: Child, told: &mut Told) {
    let cases = told.in_order(child.rows(CIN_DETAILS), details::CIN_REFERRAL_DATE);
    let Some(latest) = cases.last() else { return };
    let is_open = |c: &&Row| c.is_blank(details::CIN_CLOSURE_DATE) && !is_yes(**c, details::REFERRAL_NFA);
    for case in cases.iter().filter(is_open) {
        told.ask(&[*case], || {
            Ok(before(case.day(details::CIN_REFERRAL_DATE)?, latest.day(details::CIN_REFERRAL_DATE)?))
        });
    }
}
