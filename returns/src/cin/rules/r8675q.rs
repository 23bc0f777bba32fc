//! An enquiry that waits for its conference.
//!
//! Bank holidays are not working days, as far as the calendar knows them.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8675Q",
    level: Level::Query,
    wrong: "The enquiry began 15 working days or more before the end of the census year, and no conference was held.",
    why: "A conference is held 15 working days after the strategy discussion at the latest: this child has waited longer.",
    todo: "Give the day of the conference, or say that none was needed; else say why it was not held.",
    reason: Reason::Guidance,
    fields: &[s47::DATE_OF_INITIAL_CPC, s47::S47_ACTUAL_START_DATE, s47::ICPC_NOT_REQUIRED],
    versions: &[Version::always(
        &[s47::DATE_OF_INITIAL_CPC, s47::S47_ACTUAL_START_DATE, s47::ICPC_NOT_REQUIRED, header::REFERENCE_DATE],
        Check::Row(SECTION_47, has_waited),
    )],
    cases: &[Case {
        about: "Good Friday 2027 is 26 March and Easter Monday the 29th: 8 March is 15 working days before",
        given: "
                Header | ReferenceDate
                       | 2027-03-31
                Section47 | LAchildID | S47ActualStartDate | DateOfInitialCPC | ICPCnotRequired
                >         | 1         | 2027-03-08         |                  | false
                          | 2         | 2027-03-09         |                  | false
                          | 3         | 2026-05-01         | 2026-05-10       | false
                          | 4         | 2026-05-01         |                  | true
                >         | 5         | 2026-05-01         |                  |
                          | 6         |                    |                  | 0
            ",
    }],
};
fn has_waited(enquiry: Row) -> Answer {
    if !is_open_enquiry(enquiry) {
        return Ok(false);
    }
    let last = reference_date(enquiry.whole())?;
    Ok(before(enquiry.day(s47::S47_ACTUAL_START_DATE)?, last.map(|day| working_day_back(day, 15))))
}
