//! The last day of a time missing; blank while the child is still missing.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "1005",
    level: Level::Error,
    wrong: "The day on which the child was found or came back is no day of the calendar.",
    why: "A time missing without a readable end looks as if the child were still away.",
    todo: "Correct the day from the missing record, or leave it blank if the child is still missing.",
    reason: Reason::Data,
    fields: &[missing::MIS_END],
    versions: &[Version::always(&[missing::MIS_END], Check::Row(MISSING, |row| Ok(row.is_no_day(missing::MIS_END))))],
    cases: &[Case {
        about: "a blank is not asked here",
        given: "
                Missing | CHILD | MIS_END
                        | 1     | 30/04/2026
                        | 2     |
                >       | 3     | 31/04/2026
                >       | 4     | 30/04/26
                >       | 5     | 2026-04-30

            ",
    }],
};
