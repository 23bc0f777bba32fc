//! Who the child is: this year's Header beside last year's and beside the other tables, and the status of an
//! unaccompanied asylum-seeking child (UASC).
use super::columns::{HEADER, UASC, header, uasc};
use crate::check::{Answer, Child, Column, Row, Told, Unclear};
use practice::day::Date;

/// Asks the question of the child's Header and of last year's, where both returns have one.
pub(crate) fn beside_last_year(child: Child, told: &mut Told, breaks: fn(Row, Row) -> Answer) {
    let Some(last) = child.last(HEADER).first() else { return };
    for now in child.rows(HEADER) {
        told.ask(&[now], || breaks(now, last));
    }
}
/// The sex in today's letters: up to 2023/24 it was sent as 1 or 2.
pub(crate) fn sex<'a>(row: Row<'a>, column: Column) -> &'a str {
    match row.code(column) {
        "1" => "M",
        "2" => "F",
        other => other,
    }
}
/// The row names a child whom the Header does not know. A row without an id names nobody.
pub(crate) fn is_not_in_header(row: Row, id: Column) -> Answer {
    Ok(row.is_filled(id) && row.child().rows(HEADER).is_empty())
}
/// The Header knows the child, by another day of birth. Where one of the two is blank there is nothing to compare.
pub(crate) fn is_born_otherwise(row: Row, dob: Column) -> Answer {
    let born = row.day(dob)?;
    for header in row.child().rows(HEADER) {
        let by_header = header.day(header::DOB)?;
        if born.is_some() && by_header.is_some() && born != by_header {
            return Ok(true);
        }
    }
    Ok(false)
}
/// The Header of the XML form says whether the child is a UASC. That of the CSV form does not: standing in UASC says
/// it.
pub(crate) fn is_uasc(child: Child) -> bool {
    says_uasc(child.rows(HEADER).first()).unwrap_or(!child.rows(UASC).is_empty())
}
pub(crate) fn was_uasc_last_year(child: Child) -> bool {
    says_uasc(child.last(HEADER).first()).unwrap_or(!child.last(UASC).is_empty())
}
fn says_uasc(row: Option<Row>) -> Option<bool> {
    row.filter(|h| h.is_filled(header::UASC)).map(is_flagged_uasc)
}
/// The flag of the Header says that the child is a UASC.
pub(crate) fn is_flagged_uasc(h: Row) -> bool {
    h.is(header::UASC, &["1", "TRUE"])
}
/// The days on which the status ceased, by this year's return and last year's.
pub(crate) fn days_ceased(child: Child) -> Result<Vec<Date>, Unclear> {
    let mut days = Vec::new();
    for row in child.rows(UASC).iter().chain(child.last(UASC).iter()) {
        days.extend(row.day(uasc::DUC)?);
    }
    Ok(days)
}
/// The child's rows of UASC and the Header: a contradiction between them shows in both.
pub(crate) fn uasc_and_header(child: Child) -> Vec<Row> {
    child.rows(UASC).iter().chain(child.rows(HEADER).iter()).collect()
}
/// Where the return shows that a child is or was an unaccompanied asylum-seeking child; every column of it may lack.
pub(crate) const UASC_SHOWN: &[Column] = &[header::CHILD, header::UASC, uasc::CHILD];
/// The same in the years before.
pub(crate) const UASC_SHOWN_BEFORE: &[Column] = &[header::CHILD, header::UASC, uasc::CHILD, uasc::DUC];
/// The flag of this year or an earlier one, a row in this year's UASC, or a day in an earlier year's on which the
/// child ceased to be one. Looks into `UASC_SHOWN` and `UASC_SHOWN_BEFORE`.
pub(crate) fn is_or_was_uasc(child: Child) -> bool {
    child.rows(HEADER).iter().chain(child.before(HEADER)).any(is_flagged_uasc)
        || !child.rows(UASC).is_empty()
        || child.before(UASC).any(|u| u.is_filled(uasc::DUC))
}
