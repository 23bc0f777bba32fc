//! Pre-proceedings that begin after the census.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "PP02",
    level: Level::Error,
    wrong: "The pre-proceedings begin after the census year.",
    why: "The census says what happened up to 31 March: what begins later belongs to the next one.",
    todo: "Correct the first day, or take them out.",
    reason: Reason::Ours,
    fields: &[pre_proceedings::PP_START_DATE],
    versions: &[Version::since(
        PRE_PROCEEDINGS_SINCE,
        &[pre_proceedings::PP_START_DATE, header::REFERENCE_DATE],
        Check::Row(PRE_PROCEEDINGS, |p| is_after_census_year(p, pre_proceedings::PP_START_DATE)),
    )],
    cases: &[Case {
        about: "those of earlier years may go on",
        given: "
                Header | ReferenceDate
                       | 2027-03-31
                PreProceedings | LAchildID | PPStartDate
                >              | 1         | 2027-04-01
                               | 2         | 2027-03-31
                               | 3         | 2025-09-01
                               | 4         |
                ?              | 5         | 01/09/2026
            ",
    }],
};
