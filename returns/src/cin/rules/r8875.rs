//! A conference on a weekend.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8875",
    level: Level::Error,
    wrong: "The initial conference was held on a Saturday or a Sunday.",
    why: "Conferences are held on working days: the day is a slip, and what is counted from it is wrong.",
    todo: "Correct the day of the conference.",
    reason: Reason::Data,
    fields: &[s47::DATE_OF_INITIAL_CPC],
    versions: &[Version::always(
        &[s47::DATE_OF_INITIAL_CPC],
        Check::Row(SECTION_47, |row| is_on_a_weekend(row, s47::DATE_OF_INITIAL_CPC)),
    )],
    cases: &[Case {
        about: "1 May 2026 was a Friday",
        given: "
                Section47 | LAchildID | DateOfInitialCPC
                          | 1         | 2026-05-01
                >         | 2         | 2026-05-02
                >         | 3         | 2026-05-03
                          | 4         | 2026-05-04
                          | 5         |
                ?         | 6         | 2026-05-32
            ",
    }],
};
