//! An enquiry without a first day, or with one after its conference.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8615",
    level: Level::Error,
    wrong: "The enquiry led to a conference, and has no first day or one after the conference.",
    why: "The conference is due 15 working days after the strategy discussion that began the enquiry: that cannot be counted.",
    todo: "Give the day on which the enquiry began, or correct the day of the conference.",
    reason: Reason::Guidance,
    fields: &[s47::S47_ACTUAL_START_DATE, s47::DATE_OF_INITIAL_CPC],
    versions: &[Version::always(
        &[s47::S47_ACTUAL_START_DATE, s47::DATE_OF_INITIAL_CPC],
        Check::Row(SECTION_47, has_no_beginning),
    )],
    cases: &[Case {
        about: "asked only where there was a conference",
        given: "
                Section47 | LAchildID | S47ActualStartDate | DateOfInitialCPC
                >         | 1         |                    | 2026-05-01
                >         | 2         | 2026-05-02         | 2026-05-01
                          | 3         | 2026-05-01         | 2026-05-01
                          | 4         |                    |
                          | 5         | 2026-05-01         |
                ?         | 6         | May                | 2026-05-01
            ",
    }],
};
fn has_no_beginning(enquiry: Row) -> Answer {
    let Some(held) = enquiry.day(s47::DATE_OF_INITIAL_CPC)? else { return Ok(false) };
    Ok(enquiry.day(s47::S47_ACTUAL_START_DATE)?.is_none_or(|began| held < began))
}
