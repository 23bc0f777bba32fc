//! To court before it was decided.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "PP14",
    level: Level::Query,
    wrong: "The application to the court was made before the decision that ended the pre-proceedings.",
    why: "The decision to go to court comes first: one of the two days is wrong, or the case was urgent.",
    todo: "Correct the days, or say why the application came first.",
    reason: Reason::Ours,
    fields: &[pre_proceedings::STEP_DECISION_DATE, pre_proceedings::COURT_APP_DATE],
    versions: &[Version::since(
        PRE_PROCEEDINGS_SINCE,
        &[pre_proceedings::STEP_DECISION_DATE, pre_proceedings::COURT_APP_DATE],
        Check::Row(PRE_PROCEEDINGS, |p| {
            Ok(before(p.day(pre_proceedings::COURT_APP_DATE)?, p.day(pre_proceedings::STEP_DECISION_DATE)?))
        }),
    )],
    cases: &[Case {
        about: "the same day is in order",
        given: "
                PreProceedings | LAchildID | StepDecisionDate | CourtAppDate
                >              | 1         | 2026-12-02       | 2026-12-01
                               | 2         | 2026-12-01       | 2026-12-01
                               | 3         |                  | 2026-12-01
                               | 4         | 2026-12-02       |
                ?              | 5         | 2026-12-02       | 2026-12-32
            ",
    }],
};
