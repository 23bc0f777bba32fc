//! Social worker episodes: days of which a part may be unknown, and one worker after another.
use super::columns::{SW_EPISODES, sw_episodes as sw};
use crate::check::{Child, Column, Row, Told, Unclear};
use practice::day::{Date, date, days_between};

/// What must be told of each social worker.
pub(crate) const WORKER: &[Column] = &[sw::SW_ID, sw::SW_DECOM, sw::SW_REASON];
/// The first day of which the table was asked; of who began before, less.
pub(crate) const NEW_TABLE: Date = date(2023, 4, 1);
/// The department counts a gap of up to this many days between two workers as none.
pub(crate) const GAP: i64 = 5;

/// `ZZ/ZZ/ZZZZ`, or `ZZ` for the parts of a day that nobody knows any more: the guide allows it here.
pub(crate) fn is_partly_unknown(text: &str) -> bool {
    let parts: Vec<&str> = text.split('/').collect();
    let [day, month, year] = parts[..] else { return false };
    let is_part = |part: &str, long: usize, most: u32| {
        let is_number = part.bytes().all(|b| b.is_ascii_digit()) && part.parse().is_ok_and(|n| (1..=most).contains(&n));
        part.len() == long && (part.bytes().all(|b| b == b'Z') || is_number)
    };
    is_part(day, 2, 31) && is_part(month, 2, 12) && is_part(year, 4, 9999) && text.contains('Z')
}
/// The cell's day; none where it is blank or partly unknown, for then nothing can be compared with it.
pub(crate) fn worker_day(row: Row, column: Column) -> Result<Option<Date>, Unclear> {
    match is_partly_unknown(row.said(column)) {
        true => Ok(None),
        false => row.day(column),
    }
}
/// The child's social workers whose first day is known, in order, each with the day.
pub(crate) fn workers<'a>(child: Child<'a>, told: &mut Told) -> Vec<(Row<'a>, Date)> {
    let mut known = Vec::new();
    for row in child.rows(SW_EPISODES) {
        match worker_day(row, sw::SW_DECOM) {
            Ok(day) => known.extend(day.map(|d| (row, d))),
            Err(unclear) => told.cannot_tell(&[row], unclear),
        }
    }
    known
}
/// The first day of a worker's time; none of one that ends before it begins, which follows nobody.
pub(crate) fn took_over(row: Row) -> Result<Option<Date>, Unclear> {
    let (began, ended) = (worker_day(row, sw::SW_DECOM)?, worker_day(row, sw::SW_DEC)?);
    Ok(began.filter(|began| ended.is_none_or(|ended| *began <= ended)))
}
/// How many days before 31 March it was.
pub(crate) fn days_before_the_end(row: Row, day: Date) -> i64 {
    days_between(day, row.given().end)
}

#[cfg(test)]
mod tests {
    use super::is_partly_unknown;

    #[test]
    fn any_part_of_a_day_may_be_unknown_but_the_known_ones_must_be_of_the_calendar() {
        for text in ["ZZ/ZZ/ZZZZ", "01/01/ZZZZ", "ZZ/02/2024"] {
            assert!(is_partly_unknown(text), "{text}");
        }
        for text in ["zz", "zz/zz/zzzz", "01/01/2024", "ZZ/13/2024", "32/ZZ/2024", "Z/ZZ/ZZZZ", "ZZ/ZZ"] {
            assert!(!is_partly_unknown(text), "{text}");
        }
    }
}
