//! Reviews of looked after children, and the series of short breaks that have their own.
use super::Fact;
use crate::{
    asked::Ended,
    day::{Date, plus_months},
    fact::{Event, Fact as F},
    history::History,
};

/// The completed reviews, one a day. An adjourned review counts on the day it is completed.
pub fn reviews(h: &History) -> Vec<Event> {
    let mut held = h.events(|f| match f {
        F::Care(Fact::ReviewHeld { adjourned, .. }) => !adjourned,
        F::Care(Fact::ReviewReported(row)) => row.review.value.is_some(),
        _ => false,
    });
    held.dedup_by_key(|e| e.on);
    held
}

/// A series of short breaks under reg 48, from its first break to its end.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    pub began: Event,
    pub ended: Option<Ended>,
    /// Only a return tells of its last break, up to this day.
    pub known_until: Option<Date>,
}
/// Our own choice: a series that no break has followed for so long has lapsed.
const LAPSES: i64 = 6;

pub fn breaks_series(h: &History) -> Vec<Series> {
    let ends = h.events(|f| matches!(f, F::Care(Fact::ShortBreaksEnded)));
    let mut all: Vec<Series> = vec![];
    let mut last_break: Option<Date> = None;
    for p in &h.care().periods {
        if let (false, Some(s)) = (p.short_breaks, all.last_mut()) {
            s.ended = s.ended.or(Some(Ended { on: p.began().on, why: "The child came to be looked after otherwise" }));
        }
        if !p.short_breaks {
            continue;
        }
        let lapsed = last_break.is_none_or(|d| plus_months(d, LAPSES) <= p.began().on);
        let over = all
            .last()
            .is_none_or(|s| s.ended.is_some() || ends.iter().any(|e| s.began.on < e.on && e.on <= p.began().on));
        if let (true, Some(s)) = (lapsed || over, all.last_mut()) {
            end(s, &ends, last_break, p.began().on);
        }
        if lapsed || over {
            all.push(Series { began: p.began(), ended: None, known_until: None });
        }
        last_break = p.until();
        if let Some(s) = all.last_mut() {
            s.known_until = p.known_until();
        }
        if let Some(e) = p.ended.as_ref().filter(|e| e.why != super::LEFT) {
            all.iter_mut().for_each(|s| s.ended = s.ended.or(Some(Ended { on: e.on, why: e.why })));
        }
    }
    if let Some(s) = all.last_mut() {
        end(s, &ends, last_break, crate::day::plus_days(h.today, 1));
    }
    all
}
/// Ends a series that was said to have ended, or that lapsed, before `by`.
fn end(s: &mut Series, ends: &[Event], last_break: Option<Date>, by: Date) {
    let said = ends.iter().find(|e| s.began.on < e.on).map(|e| (e.on, "The series of short breaks ended"));
    let lapse = last_break.map(|d| (plus_months(d, LAPSES), "No short break followed for six months"));
    let first = [said, lapse].into_iter().flatten().min().filter(|(on, _)| *on <= by);
    s.ended = s.ended.or(first.map(|(on, why)| Ended { on, why }));
}
