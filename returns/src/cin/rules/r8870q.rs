//! A conference due on a weekend.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8870Q",
    level: Level::Query,
    wrong: "The conference was due on a Saturday or a Sunday.",
    why: "The day is counted in working days, so it cannot fall on a weekend: it was miscounted.",
    todo: "Count 15 working days from the strategy discussion, or say why the day is right.",
    reason: Reason::Data,
    fields: &[s47::INITIAL_CPC_TARGET],
    versions: &[Version::always(
        &[s47::INITIAL_CPC_TARGET],
        Check::Row(SECTION_47, |row| is_on_a_weekend(row, s47::INITIAL_CPC_TARGET)),
    )],
    cases: &[Case {
        about: "1 May 2026 was a Friday",
        given: "
                Section47 | LAchildID | InitialCPCtarget
                          | 1         | 2026-05-01
                >         | 2         | 2026-05-02
                >         | 3         | 2026-05-03
                          | 4         | 2026-05-04
                          | 5         |
                ?         | 6         | 2026-05-32
            ",
    }],
};
