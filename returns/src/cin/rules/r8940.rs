//! Child protection plans that overlap.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8940",
    level: Level::Error,
    wrong: "Two child protection plans of the child overlap.",
    why: "A child has one plan at a time: the days on which there are two are counted twice.",
    todo: "End each plan before the next one begins.",
    reason: Reason::Data,
    fields: &[cpp::CPP_START_DATE, cpp::CPP_END_DATE],
    versions: &[Version::always(
        &[cpp::LA_CHILD_ID, cpp::CPP_START_DATE, cpp::CPP_END_DATE],
        Check::Child(plans_overlap),
    )],
    cases: &[Case {
        about: "the last day belongs to the plan; an open one goes on",
        given: "
                ChildProtectionPlans | LAchildID | CPPstartDate | CPPendDate
                >                    | 1         | 2026-05-01   | 2026-06-01
                >                    | 1         | 2026-06-01   | 2026-07-01
                                     | 2         | 2026-05-01   | 2026-06-01
                                     | 2         | 2026-06-02   |
                >                    | 3         | 2026-05-01   |
                >                    | 3         | 2027-01-01   |
                                     | 4         |              |
                                     | 4         | 2027-01-01   |
            ",
    }],
};
fn plans_overlap(child: Child, told: &mut Told) {
    let from = cpp::CPP_START_DATE;
    let plans = told.in_order(child.rows(CHILD_PROTECTION_PLANS), from);
    overlaps(told, &plans, from, |plan| end(plan, cpp::CPP_END_DATE), Date::le);
}
