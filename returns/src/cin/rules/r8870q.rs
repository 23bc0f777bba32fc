//! A conference due on a weekend.
//!
//! Some systems export this day as 02-05-2026: which day is meant is plain, so it is asked of it too.
use super::prelude::*;
use practice::calendar::is_weekend;

pub const RULE: Rule = Rule {
    code: "8870Q",
    level: Level::Query,
    wrong: "The conference was due on a Saturday or a Sunday.",
    why: "The day is counted in working days, so it cannot fall on a weekend: it was miscounted.",
    todo: "Count 15 working days from the strategy discussion, or say why the day is right.",
    reason: Reason::Data,
    fields: &[s47::INITIAL_CPC_TARGET],
    versions: &[Version::always(&[s47::INITIAL_CPC_TARGET], Check::Row(SECTION_47, is_due_on_a_weekend))],
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
                >         | 7         | 02-05-2026
                          | 8         | 01-05-2026
                ?         | 9         | 32-05-2026
            ",
    }],
};
fn is_due_on_a_weekend(enquiry: Row) -> Answer {
    let due = match enquiry.day(s47::INITIAL_CPC_TARGET) {
        Err(unclear) => Some(day_first(enquiry.said(s47::INITIAL_CPC_TARGET)).ok_or(unclear)?),
        due => due?,
    };
    Ok(due.is_some_and(is_weekend))
}
/// 02-05-2026 is the second of May.
fn day_first(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}
