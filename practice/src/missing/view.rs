//! Times missing: each from going to being found, recorded or reported.
use super::Fact;
use crate::{
    fact::{Event, Fact as F},
    history::History,
    span::latest,
};

#[derive(Clone, Debug, PartialEq)]
pub struct TimeMissing {
    /// `None`: found before anybody recorded that the child had gone.
    pub went: Option<Event>,
    /// `s903.missing`.
    pub kind: String,
    pub found: Option<Event>,
    pub reported: bool,
}
impl TimeMissing {
    fn from(&self) -> Option<crate::Date> {
        self.went.or(self.found).map(|e| e.on)
    }
}

/// A return's row that tells of a time recorded here adds nothing.
pub fn times_missing(h: &History) -> Vec<TimeMissing> {
    let mut times: Vec<TimeMissing> = vec![];
    for k in h.all() {
        let F::Missing(fact) = &k.fact else { continue };
        let event = Event::from(k);
        let open = times.last_mut().filter(|t| t.found.is_none());
        match (fact, open) {
            (Fact::WentMissing { kind }, None) => {
                times.push(TimeMissing { went: Some(event), kind: kind.clone(), found: None, reported: false });
            }
            (Fact::Found, Some(open)) => open.found = Some(event),
            (Fact::Found, None) => {
                times.push(TimeMissing { went: None, kind: String::new(), found: Some(event), reported: false });
            }
            _ => {}
        }
    }
    for told in reported(h) {
        let held = |t: &TimeMissing| {
            let from = told.from();
            t.from() <= from && t.found.is_none_or(|f| Some(f.on) >= from)
        };
        match times.iter_mut().find(|t| held(t)) {
            // Recorded as gone, and a return says when the child came back.
            Some(t) if t.found.is_none() && t.from() == told.from() => t.found = told.found,
            Some(_) => {}
            None => times.push(told),
        }
    }
    times.sort_by_key(TimeMissing::from);
    times
}
fn reported(h: &History) -> Vec<TimeMissing> {
    let row = |f| match f {
        &F::Missing(Fact::MissingReported(ref r)) => Some(r),
        _ => None,
    };
    let rows = h.find(row).filter_map(|(k, r)| {
        let went = Event { on: r.mis_start.value?, at: None, ..Event::from(k) };
        let found = r.mis_end.value.filter(|d| *d <= h.today).map(|d| went.on(d));
        let time = TimeMissing { went: Some(went), kind: r.missing.code().into(), found, reported: true };
        Some(((went.on, r.origin.number), r.origin.return_year, time))
    });
    latest(rows)
}
