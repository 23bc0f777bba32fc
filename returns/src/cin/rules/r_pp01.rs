//! The first day of pre-proceedings.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "PP01",
    level: Level::Error,
    wrong: "The pre-proceedings have no first day.",
    why: "Everything in them is counted from it, the 16 weeks too.",
    todo: "Give the day on which it was decided to begin them.",
    reason: Reason::Ours,
    fields: &[pre_proceedings::PP_START_DATE],
    versions: &[Version::since(
        PRE_PROCEEDINGS_SINCE,
        &[pre_proceedings::PP_START_DATE],
        Check::Row(PRE_PROCEEDINGS, |p| Ok(p.is_blank(pre_proceedings::PP_START_DATE))),
    )],
    cases: &[Case {
        about: "a day that cannot be read is not missing",
        given: "
                PreProceedings | LAchildID | PPStartDate
                >              | 1         |
                               | 2         | 2026-09-01
                               | 3         | September
            ",
    }],
};
