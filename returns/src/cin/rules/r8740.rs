//! An open enquiry of another year.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8740",
    level: Level::Error,
    wrong: "The enquiry has neither a conference nor a word that none was needed, and began before or after the census year.",
    why: "A conference is held within 15 working days: an enquiry that is open since an earlier year was most likely forgotten.",
    todo: "Give the day of the conference, say that none was needed, or correct the day on which the enquiry began.",
    reason: Reason::Guidance,
    fields: &[s47::S47_ACTUAL_START_DATE, s47::DATE_OF_INITIAL_CPC, s47::ICPC_NOT_REQUIRED],
    versions: &[Version::always(
        &[s47::S47_ACTUAL_START_DATE, s47::DATE_OF_INITIAL_CPC, s47::ICPC_NOT_REQUIRED, header::REFERENCE_DATE],
        Check::Row(SECTION_47, is_of_another_year),
    )],
    cases: &[Case {
        about: "both ends of the year are within it",
        given: "
                Header | ReferenceDate
                       | 2027-03-31
                Section47 | LAchildID | S47ActualStartDate | DateOfInitialCPC | ICPCnotRequired
                >         | 1         | 2026-03-31         |                  | 0
                          | 2         | 2026-04-01         |                  | 0
                          | 3         | 2026-03-31         | 2026-04-10       | 0
                          | 4         | 2026-03-31         |                  | 1
                >         | 5         | 2027-04-01         |                  |
                          | 6         |                    |                  |
            ",
    }],
};
fn is_of_another_year(enquiry: Row) -> Answer {
    Ok(is_open_enquiry(enquiry) && is_outside_census_year(enquiry, s47::S47_ACTUAL_START_DATE)?)
}
