//! How many plans the child had before.
//!
//! A known validator stops at a value that is no number; here it is what is told.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8730",
    level: Level::Error,
    wrong: "The number of earlier child protection plans is missing or is not a number.",
    why: "A child who comes back to a plan was not safe the first time: these children are counted from it.",
    todo: "Give the number of plans the child ever had before this one, wherever they lived; 0 if it is the first.",
    reason: Reason::People,
    fields: &[cpp::NUMBER_OF_PREVIOUS_CPP],
    versions: &[Version::always(&[cpp::NUMBER_OF_PREVIOUS_CPP], Check::Row(CHILD_PROTECTION_PLANS, has_no_number))
        .may_read(&[cpp::CPP_ID])],
    cases: &[
        Case {
            about: "0 is a number of plans",
            given: "
                ChildProtectionPlans | LAchildID | NumberOfPreviousCPP
                                     | 1         | 0
                                     | 2         | 12
                >                    | 3         |
                >                    | 4         | A
                >                    | 5         | -1
                >                    | 6         | 1.5
            ",
        },
        Case {
            about: "as in rule 8720 a row without an id is no plan",
            given: "
                ChildProtectionPlans | LAchildID | CPPID | NumberOfPreviousCPP
                >                    | 1         | 1     |
                                     | 2         |       |
            ",
        },
    ],
};
fn has_no_number(plan: Row) -> Answer {
    let is_a_plan = !plan.whole().has(cpp::CPP_ID) || plan.is_filled(cpp::CPP_ID);
    Ok(is_a_plan && plan.said(cpp::NUMBER_OF_PREVIOUS_CPP).parse::<u32>().is_err())
}
