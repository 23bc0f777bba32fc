//! Words of the 903's guide that many of its rules use: what continues what, what is a period of care, who counts as
//! looked after for twelve months.
use super::columns::{EPISODES, episodes as ep};
use crate::check::{Answer, Child, Column, Given, Row, Rows, Told, Unclear};
use practice::{
    codes,
    day::{Date, days_between},
};

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

/// Other placements, of which the authority sends a list: one code until 2024/25, four since.
pub(crate) const OTHER_UNTIL_2025: &[&str] = &["Z1"];
pub(crate) const OTHER: &[&str] = &["Z11", "Z12", "Z13", "Z14"];

pub(crate) fn is_temporary(e: Row) -> bool {
    e.is(ep::PLACE, TEMPORARY)
}
/// The code was in force on some day of the collection year. The spelling counts.
pub(crate) fn is_in_force(set: &str, code: &str, given: &Given) -> bool {
    let overlaps = |c: &codes::Code| c.from.is_none_or(|f| f <= given.end) && c.until.is_none_or(|u| given.start <= u);
    codes::set(set).iter().any(|c| c.code == code && overlaps(c))
}
/// Blank, or not exactly a code of the set in this collection year.
pub(crate) fn has_no_code(row: Row, column: Column, set: &str) -> bool {
    !is_in_force(set, row.said(column), row.given())
}
/// Filled, and not exactly a code of the set in this collection year.
pub(crate) fn is_no_code(row: Row, column: Column, set: &str) -> bool {
    row.is_filled(column) && has_no_code(row, column, set)
}
/// Each two episodes of a child that follow one another by their DECOM.
pub(crate) fn pairs<'a>(child: Child<'a>, told: &mut Told) -> Vec<(Row<'a>, Row<'a>)> {
    followed(child, told).into_iter().filter_map(|(e, next)| Some((e, next?))).collect()
}
/// The later of two episodes begins on the day the earlier one ends; unknown days do not meet.
pub(crate) fn meets(earlier: Row, later: Row) -> Answer {
    let ended = earlier.day(ep::DEC)?;
    Ok(ended.is_some() && ended == later.day(ep::DECOM)?)
}
/// Asks of this year's first episode whether it differs from the one that last year's return left open.
pub(crate) fn against_last_year(child: Child, told: &mut Told, differs: impl Fn(Row, Row) -> Answer) {
    let first = told.in_order(child.rows(EPISODES), ep::DECOM).into_iter().next();
    if let (Some(first), Some(last)) = (first, open_last_year(child)) {
        told.ask(&[first], || differs(first, last));
    }
}
/// The same of one code; a blank cell against a filled one is a difference.
pub(crate) fn is_not_as_last_year(child: Child, told: &mut Told, column: Column) {
    against_last_year(child, told, |first, last| Ok(!first.is_as(column, last, column)));
}
/// The same of the distance, as numbers: 10 and 10.0 are one distance.
pub(crate) fn is_not_as_far_as_last_year(child: Child, told: &mut Told) {
    against_last_year(child, told, |first, last| Ok(first.number(ep::PL_DISTANCE)? != last.number(ep::PL_DISTANCE)?));
}
/// Asks of each stay under a legal status - episodes that each begin on the day the one before ends - whether it
/// lasted for more days than it may. An open stay lasts to the end of the collection year.
pub(crate) fn stays_longer_than(child: Child, told: &mut Told, status: &str, days: i64) {
    let mut stays: Vec<Vec<Row>> = Vec::new();
    for e in told.in_order(child.rows(EPISODES), ep::DECOM).into_iter().filter(|e| e.is(ep::LS, &[status])) {
        match stays.last_mut().filter(|stay| stay.last().is_some_and(|last| meets(*last, e) == Ok(true))) {
            Some(stay) => stay.push(e),
            None => stays.push(vec![e]),
        }
    }
    for stay in stays {
        let (Some(first), Some(last)) = (stay.first(), stay.last()) else { continue };
        told.ask(&stay, || {
            let until = last.day(ep::DEC)?.unwrap_or(child.given().end);
            Ok(first.day(ep::DECOM)?.is_some_and(|from| days_between(from, until) > days))
        });
    }
}
/// A code of the Office for National Statistics: the letter of a nation, then figures.
fn is_ons_code(la: &str, nations: &[char]) -> bool {
    let figures = la.strip_prefix(nations).unwrap_or_default();
    !figures.is_empty() && figures.bytes().all(|b| b.is_ascii_digit())
}
/// PL_LA names a place in Wales, Scotland or Northern Ireland, or outside the United Kingdom.
pub(crate) fn is_outside_england(e: Row) -> bool {
    e.is(ep::PL_LA, &["WAL", "SCO", "NIR", "NUK"]) || is_ons_code(e.code(ep::PL_LA), &['W', 'S', 'N'])
}
/// PL_LA is an English authority, one of the codes for a place that has none, or a code of the statistics office.
pub(crate) fn is_authority(la: &str) -> bool {
    ["local_authority", "s903.placement_la_special"].iter().any(|set| codes::label(set, la).is_some())
        || is_ons_code(la, &['E', 'W', 'S', 'N'])
}
/// PL_LA is another authority than the one whose return it is; either may be unknown, and then it is not told.
pub(crate) fn is_in_another_authority(e: Row) -> bool {
    let own = &e.given().authority;
    !own.is_empty() && e.is_filled(ep::PL_LA) && !e.said(ep::PL_LA).eq_ignore_ascii_case(own)
}
/// A postcode of the United Kingdom by its form; the space may lack.
pub(crate) fn is_postcode(text: &str) -> bool {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let Some((outward, inward)) = text.len().checked_sub(3).and_then(|at| text.split_at_checked(at)) else {
        return false;
    };
    let form = |text: &str| -> String {
        let kind = |c: char| if c.is_ascii_uppercase() { 'A' } else { c };
        text.chars().map(|c| if c.is_ascii_digit() { '9' } else { kind(c) }).collect()
    };
    ["A9", "A99", "A9A", "AA9", "AA99", "AA9A"].contains(&form(outward).as_str()) && form(inward) == "9AA"
}
