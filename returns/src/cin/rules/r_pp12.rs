//! A decision without an outcome, or an outcome without a decision.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "PP12",
    level: Level::Error,
    wrong: "The pre-proceedings have the day of a decision and no outcome, or an outcome and no day.",
    why: "They end with a decision: half of it does not say when, or how.",
    todo: "Give the day and the outcome both, or neither while they go on.",
    reason: Reason::Ours,
    fields: &[pre_proceedings::STEP_DECISION_DATE, pre_proceedings::PP_OUTCOME],
    versions: &[Version::since(
        PRE_PROCEEDINGS_SINCE,
        &[pre_proceedings::STEP_DECISION_DATE, pre_proceedings::PP_OUTCOME],
        Check::Row(PRE_PROCEEDINGS, |p| {
            Ok(p.is_filled(pre_proceedings::STEP_DECISION_DATE) != p.is_filled(pre_proceedings::PP_OUTCOME))
        }),
    )],
    cases: &[Case {
        about: "both or neither",
        given: "
                PreProceedings | LAchildID | StepDecisionDate | PPOutcome
                >              | 1         | 2026-12-01       |
                >              | 2         |                  | A
                               | 3         | 2026-12-01       | A
                               | 4         |                  |
            ",
    }],
};
