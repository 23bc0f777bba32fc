//! Words of the 903's guide that many of its rules use: what continues what, what is a period of care, who counts as
//! looked after for twelve months.
use super::columns::{EPISODES, episodes as ep};
use crate::check::{Child, Row, Rows, Told, Unclear};
use practice::day::Date;

pub(crate) const SHORT_BREAKS: &[&str] = &["V3", "V4"];
pub(crate) const FOSTERED: &[&str] = &["U1", "U2", "U3", "U4", "U5", "U6"];
pub(crate) const PLACED_FOR_ADOPTION: &[&str] = &["A3", "A4", "A5", "A6"];
pub(crate) const TEMPORARY: &[&str] = &["T0", "T1", "T2", "T3", "T4"];
pub(crate) const ADOPTED: &[&str] = &["E11", "E12"];
/// The reason for ceasing that says another episode follows.
pub(crate) const CONTINUES: &[&str] = &["X1"];

pub(crate) fn is_short_break(e: Row) -> bool {
    e.is(ep::LS, SHORT_BREAKS)
}
/// The episode ended the time in care: a reason that is not "continues".
pub(crate) fn has_left_care(e: Row) -> bool {
    e.is_filled(ep::REC) && !e.is(ep::REC, CONTINUES)
}
/// Same placement type, postcode, URN and provider.
pub(crate) fn is_same_placement(one: Row, other: Row) -> bool {
    [ep::PLACE, ep::PL_POST, ep::URN, ep::PLACE_PROVIDER].into_iter().all(|c| one.is_as(c, other, c))
}
/// The latest episode of last year's return, if that return left it open.
pub(crate) fn open_last_year(child: Child) -> Option<Row> {
    latest(child.last(EPISODES)).filter(|e| e.is_blank(ep::DEC))
}
/// The row with the latest readable DECOM.
pub(crate) fn latest(episodes: Rows) -> Option<Row> {
    episodes.iter().rev().find(|e| matches!(e.day(ep::DECOM), Ok(Some(_))))
}
/// A child's episodes with a readable DECOM, in order, each with the one that follows it.
pub(crate) fn followed<'a>(child: Child<'a>, told: &mut Told) -> Vec<(Row<'a>, Option<Row<'a>>)> {
    let episodes = told.in_order(child.rows(EPISODES), ep::DECOM);
    let next = episodes.iter().skip(1).copied().map(Some).chain([None]);
    episodes.iter().copied().zip(next.collect::<Vec<_>>()).collect()
}
/// Episodes that each begin on the day the one before ends, of one time in care: RNE `S` always begins a new one,
/// even on the same day, and a reason for ceasing other than `X1` ends it. The rows must be in order.
pub(crate) fn periods_of_care<'a>(episodes: &[Row<'a>]) -> Result<Vec<Vec<Row<'a>>>, Unclear> {
    let mut periods: Vec<Vec<Row>> = Vec::new();
    for e in episodes {
        let goes_on = match periods.last().and_then(|p| p.last()) {
            Some(last) => {
                let joins = last.day(ep::DEC)?.is_some() && last.day(ep::DEC)? == e.day(ep::DECOM)?;
                joins && !has_left_care(*last) && !e.is(ep::RNE, &["S"])
            }
            None => false,
        };
        match periods.last_mut().filter(|_| goes_on) {
            Some(period) => period.push(*e),
            None => periods.push(vec![*e]),
        }
    }
    Ok(periods)
}
/// Looked after without a break from the first to the last day of the collection year, short breaks left out.
/// Reads CHILD, DECOM, DEC, RNE, REC and LS of Episodes. No episodes: no.
pub(crate) fn is_looked_after_all_year(child: Child) -> Result<bool, Unclear> {
    let given = child.given();
    let mut episodes = Vec::new();
    for e in child.rows(EPISODES).iter().filter(|e| !is_short_break(*e)) {
        if e.day(ep::DECOM)?.is_some() {
            episodes.push(e);
        }
    }
    let periods = periods_of_care(&episodes)?;
    let Some((first, last)) = periods.last().and_then(|p| Some((*p.first()?, *p.last()?))) else { return Ok(false) };
    let ended = last.day(ep::DEC)?;
    let began_before = first.day(ep::DECOM)?.is_some_and(|d| d <= given.start);
    Ok(began_before && (ended.is_none_or(|d| d >= given.end) || last.is(ep::REC, CONTINUES)))
}
/// The day lies in the collection year.
pub(crate) fn is_in_year(child: Child, day: Option<Date>) -> bool {
    day.is_some_and(|d| (child.given().start..=child.given().end).contains(&d))
}
