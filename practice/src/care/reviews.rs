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
    /// The day on which it lapses, or lapsed, unless another break follows.
    pub lapses: Option<Date>,
}
/// Our own choice: a series that no break has followed for so long has lapsed.
const LAPSES: i64 = 6;

pub fn breaks_series(h: &History) -> Vec<Series> {
    let ends = h.events(|f| matches!(f, F::Care(Fact::ShortBreaksEnded)));
    let said = |s: &Series| ends.iter().map(|e| e.on).find(|on| *on > s.began.on);
    let mut all: Vec<Series> = vec![];
    for p in &h.care().periods {
        let began = p.began();
        if !p.short_breaks {
            end(all.last_mut(), began.on, "The child came to be looked after otherwise");
            continue;
        }
        let over =
            |s: &Series| [said(s), s.lapses, s.ended.map(|e| e.on)].into_iter().flatten().any(|on| on <= began.on);
        if all.last().is_none_or(over) {
            all.push(Series { began, ended: None, known_until: None, lapses: None });
        }
        if let Some(s) = all.last_mut() {
            (s.known_until, s.lapses) = (p.known_until(), p.until().map(|d| plus_months(d, LAPSES)));
        }
        if let Some(e) = p.ended.as_ref().filter(|e| e.why != super::LEFT) {
            end(all.last_mut(), e.on, e.why);
        }
    }
    for s in &mut all {
        let (told, lapses) = (said(s), s.lapses.filter(|on| *on <= h.today));
        told.into_iter().for_each(|on| end(Some(s), on, "The series of short breaks ended"));
        lapses.into_iter().for_each(|on| end(Some(s), on, "No short break followed for six months"));
    }
    all
}
/// The earliest end is the end.
fn end(series: Option<&mut Series>, on: Date, why: &'static str) {
    if let Some(s) = series.filter(|s| s.ended.is_none_or(|e| on < e.on)) {
        s.ended = Some(Ended { on, why });
    }
}
