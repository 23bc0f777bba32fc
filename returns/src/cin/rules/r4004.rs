//! More than one open plan.
//!
//! The published words speak of the child; a case that others wrote counts within one referral, and so does this.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "4004",
    level: Level::Error,
    wrong: "Two or more child in need plans under one referral have no last day.",
    why: "A child has one plan at a time: with two open ones the time on a plan is counted twice.",
    todo: "Give the last day of each plan that has been replaced.",
    reason: Reason::Data,
    fields: &[cin_plan::CIN_PLAN_END_DATE],
    versions: &[Version::always(
        &[cin_plan::LA_CHILD_ID, cin_plan::CIN_DETAILS_ID, cin_plan::CIN_PLAN_END_DATE],
        Check::Child(several_open),
    )],
    cases: &[Case {
        about: "open plans of another referral, or of none, do not count",
        given: "
                CINplanDates | LAchildID | CINdetailsID | CINPlanEndDate
                >            | 1         | 1            |
                >            | 1         | 1            |
                             | 1         | 1            | 2026-06-01
                             | 1         | 2            |
                             | 2         | 1            |
                             | 2         |              |
                             | 2         |              |
            ",
    }],
};
fn several_open(child: Child, told: &mut Told) {
    let open = child.rows(CIN_PLAN_DATES).iter().filter(|p| p.is_blank(cin_plan::CIN_PLAN_END_DATE));
    for plans in grouped(open, cin_plan::CIN_DETAILS_ID) {
        one_may_be_open(told, &plans);
    }
}
