//! A child protection plan that ends before it begins.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8925",
    level: Level::Error,
    wrong: "The child protection plan ends before the day on which it begins.",
    why: "No time on a plan can be counted from it.",
    todo: "Correct the first or the last day of the plan.",
    reason: Reason::Data,
    fields: &[cpp::CPP_START_DATE, cpp::CPP_END_DATE],
    versions: &[Version::always(
        &[cpp::CPP_START_DATE, cpp::CPP_END_DATE],
        Check::Row(CHILD_PROTECTION_PLANS, |row| {
            Ok(before(row.day(cpp::CPP_END_DATE)?, row.day(cpp::CPP_START_DATE)?))
        }),
    )],
    cases: &[Case {
        about: "the same day is in order",
        given: "
                ChildProtectionPlans | LAchildID | CPPstartDate | CPPendDate
                >                    | 1         | 2026-05-02   | 2026-05-01
                                     | 2         | 2026-05-02   | 2026-05-02
                                     | 3         | 2026-05-02   |
                                     | 4         |              | 2026-05-01
                ?                    | 5         | 02/05/2026   | 2026-05-01
            ",
    }],
};
