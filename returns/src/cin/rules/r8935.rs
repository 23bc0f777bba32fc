//! More than one open child protection plan.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8935",
    level: Level::Error,
    wrong: "Two or more child protection plans of the child have no last day.",
    why: "A child has one plan at a time: with two open ones the child is counted twice among those on a plan.",
    todo: "Give the last day of each plan that has ended.",
    reason: Reason::Data,
    fields: &[cpp::CPP_END_DATE],
    versions: &[Version::always(&[cpp::LA_CHILD_ID, cpp::CPP_END_DATE], Check::Child(several_open))],
    cases: &[Case {
        about: "whichever referral the plans hang on",
        given: "
                ChildProtectionPlans | LAchildID | CINdetailsID | CPPendDate
                >                    | 1         | 1            |
                >                    | 1         | 2            |
                                     | 1         | 2            | 2026-05-01
                                     | 2         | 1            |
                                     |           | 1            |
                                     |           | 1            |
            ",
    }],
};
/// Of all the child's plans, whichever referral they hang on: the rule speaks of the child.
fn several_open(child: Child, told: &mut Told) {
    let open = child.rows(CHILD_PROTECTION_PLANS).iter().filter(|p| p.is_blank(cpp::CPP_END_DATE));
    one_may_be_open(told, &open.collect::<Vec<_>>());
}
