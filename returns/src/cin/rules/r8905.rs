//! The category when the plan began.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8905",
    level: Level::Error,
    wrong: "The first category of abuse of the plan is missing or is not a code of the return.",
    why: "What the child is protected from is known only from it.",
    todo: "Give NEG, PHY, SAB, EMO or MUL, as the conference decided.",
    reason: Reason::Data,
    fields: &[cpp::INITIAL_CATEGORY_OF_ABUSE],
    versions: &[Version::always(
        &[cpp::INITIAL_CATEGORY_OF_ABUSE],
        Check::Row(CHILD_PROTECTION_PLANS, |row| {
            is_missing_or_no_code(row, cpp::INITIAL_CATEGORY_OF_ABUSE, "cin.category_of_abuse")
        }),
    )],
    cases: &[Case {
        about: "small letters are no code",
        given: "
                ChildProtectionPlans | LAchildID | InitialCategoryOfAbuse
                                     | 0         | NEG
                                     | 1         | MUL
                >                    | 2         | ABU
                >                    | 3         | neg
                >                    | 9         |
            ",
    }],
};
