//! Times with a beginning and an end that a child has beside the episodes: missing or away without authorisation,
//! and under a deprivation of liberty order. The department asks the same of both.
use super::{
    columns::{DOLO, EPISODES, HEADER, MISSING, dolo, episodes as ep, missing},
    stays::{is_within, runs_of_care},
};
use crate::check::{Answer, Child, Column, Row, TableNo, Told};

#[derive(Clone, Copy)]
pub(crate) struct Times {
    pub table: TableNo,
    pub start: Column,
    pub end: Column,
}
pub(crate) const MISSING_TIMES: Times = Times { table: MISSING, start: missing::MIS_START, end: missing::MIS_END };
pub(crate) const DOLO_TIMES: Times = Times { table: DOLO, start: dolo::DOLO_START, end: dolo::DOLO_END };

/// The day lies before the collection year or after it.
pub(crate) fn is_out_of_year(row: Row, column: Column) -> Answer {
    let given = row.given();
    Ok(row.day(column)?.is_some_and(|d| d < given.start || d > given.end))
}
pub(crate) fn is_after_year(row: Row, column: Column) -> Answer {
    Ok(row.day(column)?.is_some_and(|d| d > row.given().end))
}
/// Each time that runs into another: it goes on where another is still open, or it holds another's end. An end that
/// cannot be read does not show that the other has ended.
pub(crate) fn overlapping(child: Child, told: &mut Told, times: Times) {
    let rows = told.in_order(child.rows(times.table), times.start);
    for one in &rows {
        told.ask(&[*one], || {
            let (began, ended) = (one.day(times.start)?, one.day(times.end)?);
            Ok(rows.iter().filter(|other| *other != one).any(|other| {
                let other_began = other.day(times.start).ok().flatten();
                match (other.day(times.end).ok().flatten(), ended) {
                    (None, _) => ended.or(began) > other_began,
                    // Of two that end together the one that began later is the new one; of two alike both are.
                    (Some(other_ended), Some(ended)) if ended == other_ended => {
                        began < Some(ended) && other_began <= began
                    }
                    (Some(other_ended), ended) => began < Some(other_ended) && ended.is_some_and(|d| d > other_ended),
                }
            }))
        });
    }
}
/// A time that last year's return left open and of which this year's says nothing: the child's first row of this
/// year shows it, else, where there is none, the Header.
pub(crate) fn not_carried_on(child: Child, told: &mut Told, times: Times) {
    let rows = child.rows(times.table);
    let Some(shown) = rows.first().or(child.rows(HEADER).first()) else { return };
    for last in child.last(times.table).iter().filter(|last| last.is_blank(times.end)) {
        let Ok(Some(began)) = last.day(times.start) else { continue };
        told.ask(&[shown], || {
            for row in rows {
                if row.day(times.start)? == Some(began) {
                    return Ok(false);
                }
            }
            Ok(true)
        });
    }
}
/// Each time that does not end while the child is looked after: its end lies in no run of care, or it has no end
/// although the run in which it began has one. Runs are taken as their days join, whatever the reasons given.
pub(crate) fn outlasting_care(child: Child, told: &mut Told, times: Times) {
    if child.rows(EPISODES).is_empty() {
        return;
    }
    for row in child.rows(times.table) {
        told.ask(&[row], || {
            let runs = runs_of_care(child)?;
            let (began, ended) = (row.day(times.start)?, row.day(times.end)?);
            let Some(began) = began.filter(|_| !runs.is_empty()) else { return Ok(false) };
            Ok(!runs.iter().any(|run| match ended {
                Some(ended) => is_within(run, ended),
                None => run.1.is_none() && run.0 <= began,
            }))
        });
    }
}
/// Each deprivation of liberty together with each such episode that runs at the same time. The day on which the one
/// ends and the other begins is not the same time.
pub(crate) fn while_deprived_of_liberty(child: Child, told: &mut Told, is_such: fn(Row) -> bool) {
    for order in child.rows(DOLO) {
        for e in child.rows(EPISODES).iter().filter(|e| is_such(*e)) {
            told.ask(&[order, e], || {
                let (Some(start), began) = (order.day(dolo::DOLO_START)?, e.day(ep::DECOM)?) else { return Ok(false) };
                let (end, ended) = (order.day(dolo::DOLO_END)?, e.day(ep::DEC)?);
                // Without its first day an episode is at the time if the file gives no first days at all.
                let has_begun = began.map_or(!e.whole().has(ep::DECOM), |began| end.is_none_or(|d| began < d));
                Ok(has_begun && ended.is_none_or(|d| start < d))
            });
        }
    }
}
