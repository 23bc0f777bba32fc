//! The day that the census is of.
//!
//! Which year is meant is not published: the one that the Header itself names.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "100",
    level: Level::Error,
    wrong: "The reference date in the Header is missing, or is not the 31 March of the census year.",
    why: "Every rule on the census year counts from it: with a wrong one the whole return is judged by the wrong year.",
    todo: "Give 31 March of the year that the Header names.",
    reason: Reason::Data,
    fields: &[header::REFERENCE_DATE],
    versions: &[
        Version::always(&[header::REFERENCE_DATE], Check::Row(HEADER, is_no_31_march)).may_read(&[header::YEAR])
    ],
    cases: &[Case {
        about: "another day, another year than the Header says, or none",
        given: "
                Header | Year | ReferenceDate
                       | 2027 | 2027-03-31
                       |      | 2027-03-31
                >      | 2027 | 2026-03-31
                >      | 2027 | 2027-04-01
                >      | 2027 | 2027-03-32
                >      | 2027 |
            ",
    }],
};
fn is_no_31_march(header: Row) -> Answer {
    let Ok(Some(day)) = header.day(header::REFERENCE_DATE) else { return Ok(true) };
    let has_year = header.whole().has(header::YEAR) && header.is_filled(header::YEAR);
    let other_year = has_year && header.said(header::YEAR) != day.year().to_string();
    Ok((day.month(), day.day()) != (3, 31) || other_year)
}
