//! How old a child was, and how long an episode lasted.
use super::columns::{HEADER, episodes as ep, header};
use crate::check::{Answer, Child, Row, Unclear, is_aged};
use practice::day::{Date, days_between};

/// The child's day of birth as the Header says it; none where it is blank there, or the child is not in it.
/// Reads CHILD and DOB of Header.
pub(crate) fn born(child: Child) -> Result<Option<Date>, Unclear> {
    for header in child.rows(HEADER) {
        if let Some(born) = header.day(header::DOB)? {
            return Ok(Some(born));
        }
    }
    Ok(None)
}
/// Both days are known, and the person has not attained the age by that day.
pub(crate) fn is_younger(age: i64, born: Option<Date>, on: Option<Date>) -> bool {
    born.is_some() && on.is_some() && !is_aged(age, born, on)
}
/// The episode in one of these placements began before the child attained the age.
pub(crate) fn is_placed_younger(age: i64, e: Row, places: &[&str]) -> Answer {
    Ok(e.is(ep::PLACE, places) && is_younger(age, born(e.child())?, e.day(ep::DECOM)?))
}
/// The episode ended for one of these reasons before the child attained the age.
pub(crate) fn has_left_younger(age: i64, e: Row, reasons: &[&str]) -> Answer {
    Ok(e.is(ep::REC, reasons) && is_younger(age, born(e.child())?, e.day(ep::DEC)?))
}
/// The placement of this type has ended, and lasted more than so many days. Of one that is open the rule says nothing:
/// it may end in time.
pub(crate) fn has_lasted_more_than(days: i64, e: Row, place: &str) -> Answer {
    Ok(e.is(ep::PLACE, &[place])
        && match (e.day(ep::DECOM)?, e.day(ep::DEC)?) {
            (Some(from), Some(to)) => days_between(from, to) > days,
            _ => false,
        })
}
