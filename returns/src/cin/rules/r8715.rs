//! A conference in another year.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8715",
    level: Level::Error,
    wrong: "The initial conference was held before or after the census year.",
    why: "A conference that was held earlier was counted in an earlier census; one that is held later is still to come in this one.",
    todo: "Correct the day of the conference, take out an enquiry of an earlier year, or leave the day blank.",
    reason: Reason::Data,
    fields: &[s47::DATE_OF_INITIAL_CPC],
    versions: &[Version::always(
        &[s47::DATE_OF_INITIAL_CPC, header::REFERENCE_DATE],
        Check::Row(SECTION_47, |row| is_outside_census_year(row, s47::DATE_OF_INITIAL_CPC)),
    )],
    cases: &[Case {
        about: "both ends of the year are within it",
        given: "
                Header | ReferenceDate
                       | 2027-03-31
                Section47 | LAchildID | DateOfInitialCPC
                >         | 1         | 2026-03-31
                          | 2         | 2026-04-01
                          | 3         | 2027-03-31
                >         | 4         | 2027-04-01
                          | 5         |
                ?         | 6         | 2027-02-29
            ",
    }],
};
