//! When the time in care began before which a previous permanence order was made.
use super::columns::{episodes as ep, prev_perm};
use crate::check::Row;
use practice::day::Date;

/// A time in care began with this episode. In a file without RNE any episode may have been the first.
pub(crate) fn starts_care(e: Row) -> bool {
    !e.whole().has(ep::RNE) || e.is(ep::RNE, &["S"])
}
/// Any item of a previous permanence order is given.
pub(crate) fn says_anything(p: Row) -> bool {
    [prev_perm::PREV_PERM, prev_perm::LA_PERM, prev_perm::DATE_PERM].into_iter().any(|c| p.is_filled(c))
}
/// The first day that the text may mean. Whoever does not know the day writes `ZZ` for it; and for the month too; and
/// `ZZZZ` for the year too. None if it is written in no such way.
pub(crate) fn earliest_day(text: &str) -> Option<Date> {
    let text = text.to_ascii_uppercase();
    if text == "ZZ/ZZ/ZZZZ" {
        return Some(Date::MIN);
    }
    let first = match text.strip_prefix("ZZ/ZZ/") {
        Some(year) => format!("01/01/{year}"),
        None => text.strip_prefix("ZZ/").map_or(text.clone(), |month| format!("01/{month}")),
    };
    (crate::ssda903::FORM.day)(&first)
}
