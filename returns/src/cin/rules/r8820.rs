//! Cases that overlap.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8820",
    level: Level::Error,
    wrong: "Two cases of the child overlap.",
    why: "A child in need has one case at a time: the days on which there are two are counted twice.",
    todo: "Correct the days, or join the cases if they are one.",
    reason: Reason::Data,
    fields: &[details::CIN_REFERRAL_DATE, details::CIN_CLOSURE_DATE],
    versions: &[Version::always(
        &[details::LA_CHILD_ID, details::CIN_REFERRAL_DATE, details::CIN_CLOSURE_DATE, details::REFERRAL_NFA],
        Check::Child(cases_overlap),
    )],
    cases: &[Case {
        about: "referred again on the day of closure is in order; so is a referral that led to nothing and has no closure",
        given: "
                CINdetails | LAchildID | CINreferralDate | CINclosureDate | ReferralNFA
                >          | 1         | 2026-05-01      | 2026-06-01     | 0
                >          | 1         | 2026-05-31      |                | 0
                           | 2         | 2026-05-01      | 2026-06-01     | 0
                           | 2         | 2026-06-01      | 2026-07-01     | 0
                           | 3         | 2026-05-01      | 2026-06-01     | 0
                           | 3         | 2026-05-10      |                | 1
                >          | 4         | 2026-05-01      | 2026-06-01     | 0
                >          | 4         | 2026-05-01      | 2026-06-01     | 0
                           | 5         | 2026-05-01      |                | 0
            ",
    }],
};
fn cases_overlap(child: Child, told: &mut Told) {
    let from = details::CIN_REFERRAL_DATE;
    let mut cases = told.in_order(child.rows(CIN_DETAILS), from);
    cases.retain(|c| c.is_filled(details::CIN_CLOSURE_DATE) || !is_yes(*c, details::REFERRAL_NFA));
    overlaps(told, &cases, from, |case| end(case, details::CIN_CLOSURE_DATE), Date::lt);
}
