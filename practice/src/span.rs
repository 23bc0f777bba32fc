//! Spans: a plan, an enquiry, an episode of need. Something began one, something may have ended it,
//! and a return may be all that tells of it.
use crate::{
    asked::{Ended, not_before},
    clock::Matter,
    day::{Date, plus_days},
    fact::Event,
    history::History,
    norms::Norms,
};

#[derive(Clone, Debug, PartialEq)]
pub struct Span<T> {
    pub began: Event,
    pub end: Option<End>,
    /// Only a return tells of it, and says up to this day that it was open. Afterwards nobody knows.
    pub known_until: Option<Date>,
    pub reported: bool,
    pub of: T,
}
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct End {
    pub event: Event,
    pub why: &'static str,
}
/// What a recorded fact does to the spans of its kind.
pub enum Mark<T> {
    Begins(Event, T),
    Ends(End),
    /// The last one goes on as if it had not ended.
    Reopens,
}

impl<T> Span<T> {
    pub fn recorded(began: Event, of: T) -> Span<T> {
        Span { began, end: None, known_until: None, reported: false, of }
    }
    /// As a return for the year to `last` has it.
    pub fn reported(began: Event, end: Option<End>, last: Date, of: T) -> Span<T> {
        Span { began, end, known_until: end.is_none().then_some(last), reported: true, of }
    }
    pub fn ended(&self) -> Option<Ended> {
        self.end.map(|e| Ended { on: e.event.on, why: e.why })
    }
    /// From its first day to its last, both included: what happens on the last day still belongs to it.
    pub fn holds(&self, day: Date) -> bool {
        self.began.on <= day && self.end.is_none_or(|e| day <= e.event.on)
    }
    /// Open at the end of the day; `None` when only a return said so, and its end would not have been recorded.
    pub fn open_on(&self, day: Date, matter: Matter, norms: &Norms) -> Option<bool> {
        if day < self.began.on || self.end.is_some_and(|e| e.event.on <= day) {
            return Some(false);
        }
        let known = self.known_until.is_none_or(|k| day <= k || norms.recorded_here(matter, plus_days(k, 1)));
        known.then_some(true)
    }
    /// The earlier of two ends is the end.
    pub fn end_by(&mut self, end: End) {
        if end.event.on >= self.began.on && self.end.is_none_or(|e| end.event.on < e.event.on) {
            self.end = Some(end);
        }
    }
    /// What is for children ends at 18, and with the child's death.
    pub fn end_with_childhood(&mut self, h: &History) {
        if let Some(adult) = h.birthday(18) {
            self.end_by(End { event: self.began.on(adult), why: "The child turned 18" });
        }
        if let Some(died) = h.person().died {
            self.end_by(End { event: self.began.on(died), why: "The child died" });
        }
    }
}

/// One span at a time: what begins while one is open adds nothing. A return's span that began within
/// a recorded one is the same one, better told; a recorded end without a beginning ends a return's.
/// Facts without an hour stand first in their day, so an end may be met before its beginning.
pub fn fold<T>(marks: Vec<Mark<T>>, reported: Vec<Span<T>>) -> Vec<Span<T>> {
    let (mut spans, mut loose): (Vec<Span<T>>, Vec<End>) = (vec![], vec![]);
    for mark in marks {
        let open = spans.last_mut().filter(|s| s.end.is_none());
        match (mark, open) {
            (Mark::Begins(began, of), None) => {
                let same_day = loose.pop_if(|e| e.event.on == began.on && not_before(&e.event, &began));
                spans.push(Span { end: same_day, ..Span::recorded(began, of) });
            }
            (Mark::Ends(end), Some(open)) => open.end = Some(end),
            (Mark::Ends(end), None) => loose.push(end),
            (Mark::Reopens, None) => spans.iter_mut().last().into_iter().for_each(|s| s.end = None),
            (Mark::Begins(..) | Mark::Reopens, Some(_)) => {}
        }
    }
    for mut told in reported {
        if spans.iter().any(|s| !s.reported && s.holds(told.began.on)) {
            continue;
        }
        if told.end.is_none() {
            told.end = loose.iter().find(|e| e.event.on >= told.began.on).copied();
        }
        spans.push(told);
    }
    spans.sort_by_key(|s| (s.began.on, s.began.at, s.began.recorded, s.began.fact));
    spans
}
/// Of the rows that say the same thing the return of the latest year speaks: `rows` are (key, year, what it says).
pub fn latest<K: PartialEq, T>(rows: impl Iterator<Item = (K, i16, T)>) -> Vec<T> {
    let mut kept: Vec<(K, i16, T)> = vec![];
    for row in rows {
        match kept.iter_mut().find(|k| k.0 == row.0) {
            Some(older) if older.1 <= row.1 => *older = row,
            Some(_) => {}
            None => kept.push(row),
        }
    }
    kept.into_iter().map(|k| k.2).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        day::{date, start_of},
        fact::Id,
    };

    fn event(day: Date) -> Event {
        Event { fact: Id::nil(), on: day, at: None, recorded: start_of(day) }
    }
    fn end(day: Date) -> End {
        End { event: event(day), why: "It ended" }
    }
    #[test]
    fn a_recorded_span_stands_for_a_returns_row_that_began_within_it() {
        let (may, june, july) = (date(2026, 5, 1), date(2026, 6, 1), date(2026, 7, 1));
        let marks = vec![Mark::Begins(event(may), 'a'), Mark::Ends(end(june))];
        let told = |day| Span::reported(event(day), None, date(2027, 3, 31), 'r');
        let spans = fold(marks, vec![told(may), told(july)]);
        assert_eq!(spans.iter().map(|s| (s.began.on, s.of)).collect::<Vec<_>>(), [(may, 'a'), (july, 'r')]);
    }
    #[test]
    fn an_end_without_an_hour_ends_what_began_later_that_day() {
        let day = date(2026, 5, 1);
        let at_ten = Event { at: Some(crate::day::moment(day.at(10, 0, 0, 0))), ..event(day) };
        let spans = fold(vec![Mark::Ends(end(day)), Mark::Begins(at_ten, ())], vec![]);
        assert_eq!(spans[0].ended().map(|e| e.on), Some(day));
    }
    #[test]
    fn a_recorded_end_ends_what_only_a_return_began() {
        let told = Span::reported(event(date(2025, 5, 1)), None, date(2026, 3, 31), ());
        let spans = fold(vec![Mark::Ends(end(date(2026, 6, 1)))], vec![told]);
        assert_eq!(spans[0].ended().map(|e| e.on), Some(date(2026, 6, 1)));
    }
    #[test]
    fn open_on_the_last_day_of_a_return_is_not_known_since() {
        let told = Span::reported(event(date(2025, 5, 1)), None, date(2026, 3, 31), ());
        let norms = Norms::default();
        let open = |day| told.open_on(day, Matter::ProtectionPlans, &norms);
        assert_eq!(open(date(2025, 4, 30)), Some(false));
        assert_eq!(open(date(2026, 3, 31)), Some(true));
        assert_eq!(open(date(2026, 4, 1)), None);
        let mut next_return = Norms::default();
        next_return.cover_only(Matter::ProtectionPlans, date(2025, 4, 1), Some(date(2027, 3, 31)));
        let left_out = told.open_on(date(2026, 4, 2), Matter::ProtectionPlans, &next_return);
        assert_eq!(left_out, None, "the next return leaves the child out and does not say why");
        let here = Norms::all_recorded_since(date(2026, 4, 1));
        assert_eq!(told.open_on(date(2026, 4, 2), Matter::ProtectionPlans, &here), Some(true), "an end would be here");
    }
    #[test]
    fn the_later_years_row_speaks() {
        let rows = [("x", 2026, 1), ("y", 2025, 2), ("x", 2025, 3)];
        assert_eq!(latest(rows.into_iter()), [1, 2]);
    }
}
