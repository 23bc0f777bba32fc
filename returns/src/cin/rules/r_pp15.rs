//! Longer than 16 weeks.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "PP15",
    level: Level::Query,
    wrong: "The pre-proceedings lasted more than 16 weeks, or have been open for longer at the end of the census year.",
    why: "They take 16 weeks at the most (Public Law Working Group, best practice guidance): the child waits, and so do the parents.",
    todo: "Give the day of the decision, or say who agreed that they go on and why.",
    reason: Reason::Ours,
    fields: &[pre_proceedings::PP_START_DATE, pre_proceedings::STEP_DECISION_DATE],
    versions: &[Version::since(
        PRE_PROCEEDINGS_SINCE,
        &[
            pre_proceedings::PP_START_DATE,
            pre_proceedings::STEP_DECISION_DATE,
            pre_proceedings::COURT_APP_DATE,
            header::REFERENCE_DATE,
        ],
        Check::Row(PRE_PROCEEDINGS, takes_too_long),
    )],
    cases: &[Case {
        about: "112 days are 16 weeks; an application to the court ends them too",
        given: "
                Header | ReferenceDate
                       | 2027-03-31
                PreProceedings | LAchildID | PPStartDate | StepDecisionDate | CourtAppDate
                >              | 1         | 2026-05-01  | 2026-08-22       |
                               | 2         | 2026-05-01  | 2026-08-21       |
                >              | 3         | 2026-12-08  |                  |
                               | 4         | 2026-12-09  |                  |
                               | 5         | 2026-05-01  |                  | 2026-06-01
                               | 6         |             |                  |
                ?              | 7         | 2026-05-01  | in autumn        |
            ",
    }],
};
fn takes_too_long(proceedings: Row) -> Answer {
    let Some(began) = proceedings.day(pre_proceedings::PP_START_DATE)? else { return Ok(false) };
    let decided = proceedings.day(pre_proceedings::STEP_DECISION_DATE)?;
    let ended = if decided.is_some() { decided } else { proceedings.day(pre_proceedings::COURT_APP_DATE)? };
    let until = if ended.is_some() { ended } else { reference_date(proceedings.whole())? };
    Ok(before(Some(plus_days(began, 16 * 7)), until))
}
