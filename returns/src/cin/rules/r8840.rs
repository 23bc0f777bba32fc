//! A plan of one day.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8840",
    level: Level::Error,
    wrong: "The child protection plan ends on the day on which it begins.",
    why: "A plan that is made by a conference cannot end before its first review.",
    todo: "Correct the first or the last day, or take the plan out.",
    reason: Reason::Data,
    fields: &[cpp::CPP_START_DATE, cpp::CPP_END_DATE],
    versions: &[Version::always(
        &[cpp::CPP_START_DATE, cpp::CPP_END_DATE],
        Check::Row(CHILD_PROTECTION_PLANS, lasts_no_day),
    )],
    cases: &[Case {
        about: "one night is a plan",
        given: "
                ChildProtectionPlans | LAchildID | CPPstartDate | CPPendDate
                >                    | 1         | 2026-05-02   | 2026-05-02
                                     | 2         | 2026-05-02   | 2026-05-03
                                     | 3         | 2026-05-02   | 2026-05-01
                                     | 4         | 2026-05-02   |
                                     | 5         |              |
                ?                    | 6         | 2026-05-02   | tomorrow
            ",
    }],
};
fn lasts_no_day(plan: Row) -> Answer {
    let (began, ended) = (plan.day(cpp::CPP_START_DATE)?, plan.day(cpp::CPP_END_DATE)?);
    Ok(began.is_some() && began == ended)
}
