//! Words of the census guide that many of its rules use.
use super::columns::{HEADER, header};
use crate::check::{Column, Row, Rows, Unclear, Whole};
use practice::day::{Date, plus_days};

/// The last day of the census year, as the return's Header says it; none where the Header is blank.
/// Reads Header.ReferenceDate.
pub(crate) fn reference_date(whole: Whole) -> Result<Option<Date>, Unclear> {
    whole.rows(HEADER).next().map_or(Ok(None), |h| h.day(header::REFERENCE_DATE))
}
/// The first and the last day of the census year.
pub(crate) fn census_year(whole: Whole) -> Result<Option<(Date, Date)>, Unclear> {
    Ok(reference_date(whole)?.map(|end| (plus_days(practice::day::plus_months(end, -12), 1), end)))
}
/// The rows among these that hang on the same referral (or plan, or assessment): this column of theirs says what that
/// column of the row says. Blank ids link nothing.
pub(crate) fn linked<'a>(rows: Rows<'a>, theirs: Column, row: Row<'a>, own: Column) -> impl Iterator<Item = Row<'a>> {
    rows.iter().filter(move |other| row.is_filled(own) && row.is_as(own, *other, theirs))
}
/// `1` or `true`, however written; everything else, blank too, is no.
pub(crate) fn is_yes(row: Row, column: Column) -> bool {
    row.is(column, &["1", "TRUE"])
}
