//! How many review meetings.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "PP10",
    level: Level::Error,
    wrong: "The number of review meetings is missing or is not a number.",
    why: "Whether the plan for the family was looked at again is known only from it.",
    todo: "Give the number of review meetings held so far; 0 if there was none.",
    reason: Reason::Ours,
    fields: &[pre_proceedings::REVIEW_MEETINGS_COUNT],
    versions: &[Version::since(
        PRE_PROCEEDINGS_SINCE,
        &[pre_proceedings::REVIEW_MEETINGS_COUNT],
        Check::Row(PRE_PROCEEDINGS, |p| Ok(p.said(pre_proceedings::REVIEW_MEETINGS_COUNT).parse::<u32>().is_err())),
    )],
    cases: &[Case {
        about: "0 is a number of meetings",
        given: "
                PreProceedings | LAchildID | ReviewMeetingsCount
                               | 1         | 0
                               | 2         | 3
                >              | 3         |
                >              | 4         | -1
                >              | 5         | two
                >              | 6         | 1.5
            ",
    }],
};
