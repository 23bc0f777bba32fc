//! Who the child is: this year's Header beside last year's and beside the other tables, and the status of an
//! unaccompanied asylum-seeking child (UASC).
use super::columns::{HEADER, UASC, header, uasc};
use crate::check::{Answer, Child, Column, Row, TableNo, Told, Unclear};
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
/// Each row of a child who does not stand in the Header. A row that names no child is another rule's matter.
pub(crate) fn not_in_header(child: Child, told: &mut Told, table: TableNo, id: Column) {
    if child.rows(HEADER).is_empty() {
        told.each_breaks(child.rows(table).iter().filter(|row| row.is_filled(id)));
    }
}
/// Each row whose date of birth is not the Header's; silent where either is blank.
pub(crate) fn born_otherwise(child: Child, told: &mut Told, table: TableNo, dob: Column) {
    for row in child.rows(table) {
        for h in child.rows(HEADER) {
            told.ask(&[row], || Ok(matches!((row.day(dob)?, h.day(header::DOB)?), (Some(a), Some(b)) if a != b)));
        }
    }
}
/// The Header of the XML form says whether the child is a UASC. That of the CSV form does not: standing in UASC says it.
pub(crate) fn is_uasc(child: Child) -> bool {
    says_uasc(child.rows(HEADER).first()).unwrap_or(!child.rows(UASC).is_empty())
}
pub(crate) fn was_uasc_last_year(child: Child) -> bool {
    says_uasc(child.last(HEADER).first()).unwrap_or(!child.last(UASC).is_empty())
}
fn says_uasc(row: Option<Row>) -> Option<bool> {
    row.filter(|h| h.is_filled(header::UASC)).map(|h| h.is(header::UASC, &["1", "TRUE"]))
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
