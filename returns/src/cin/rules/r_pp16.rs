//! Two pre-proceedings at once.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "PP16",
    level: Level::Error,
    wrong: "Pre-proceedings of the child began while earlier ones were going on.",
    why: "A child has one at a time: of two, one was most likely entered twice, or its end is missing.",
    todo: "Give the day of the decision that ended the earlier ones, or take out those that were entered twice.",
    reason: Reason::Ours,
    fields: &[pre_proceedings::PP_START_DATE, pre_proceedings::STEP_DECISION_DATE],
    versions: &[Version::since(
        PRE_PROCEEDINGS_SINCE,
        &[
            pre_proceedings::LA_CHILD_ID,
            pre_proceedings::PP_START_DATE,
            pre_proceedings::STEP_DECISION_DATE,
            pre_proceedings::COURT_APP_DATE,
        ],
        Check::Child(at_once),
    )],
    cases: &[Case {
        about: "they go on until the decision, or until the application to the court",
        given: "
                PreProceedings | LAchildID | PPStartDate | StepDecisionDate | CourtAppDate
                >              | 1         | 2026-05-01  | 2026-06-01       |
                >              | 1         | 2026-05-31  |                  |
                               | 2         | 2026-05-01  | 2026-06-01       |
                               | 2         | 2026-06-01  |                  |
                               | 3         | 2026-05-01  |                  | 2026-06-01
                               | 3         | 2026-06-02  |                  |
                               | 4         |             |                  |
                               | 4         | 2026-06-02  |                  |
            ",
    }],
};
fn at_once(child: Child, told: &mut Told) {
    let from = pre_proceedings::PP_START_DATE;
    let all = told.in_order(child.rows(PRE_PROCEEDINGS), from);
    let ended = |p: Row| match p.is_filled(pre_proceedings::STEP_DECISION_DATE) {
        true => end(p, pre_proceedings::STEP_DECISION_DATE),
        false => end(p, pre_proceedings::COURT_APP_DATE),
    };
    overlaps(told, &all, from, ended, Date::lt);
}
