//! More than one open child protection plan.
//!
//! Within one referral, as rule 4004, which is worded alike. Open plans under two referrals overlap: rule 8940 tells
//! them.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8935",
    level: Level::Error,
    wrong: "Two or more child protection plans of one referral have no last day.",
    why: "A child has one plan at a time: with two open ones the child is counted twice among those on a plan.",
    todo: "Give the last day of each plan that has ended.",
    reason: Reason::Data,
    fields: &[cpp::CPP_END_DATE],
    versions: &[Version::always(&[cpp::LA_CHILD_ID, cpp::CPP_END_DATE], Check::Child(several_open))
        .may_read(&[cpp::CIN_DETAILS_ID])],
    cases: &[
        Case {
            about: "open plans of another referral do not count",
            given: "
                ChildProtectionPlans | LAchildID | CINdetailsID | CPPendDate
                >                    | 1         | 1            |
                >                    | 1         | 1            |
                                     | 1         | 1            | 2026-05-01
                                     | 1         | 2            |
                                     | 2         | 1            |
                                     |           | 1            |
                                     |           | 1            |
            ",
        },
        Case {
            about: "where no referral is named, all of a child's are looked at together",
            given: "
                ChildProtectionPlans | LAchildID | CPPendDate
                >                    | 1         |
                >                    | 1         |
                                     | 2         |
            ",
        },
    ],
};
fn several_open(child: Child, told: &mut Told) {
    let open = child.rows(CHILD_PROTECTION_PLANS).iter().filter(|p| p.is_blank(cpp::CPP_END_DATE));
    for plans in by_referral(child, open.collect(), cpp::CIN_DETAILS_ID) {
        one_may_be_open(told, &plans);
    }
}
