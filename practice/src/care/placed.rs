//! Placements as they were lived: the episodes between one move and the next.
use super::{Ahead, Episode, Fact, PeriodOfCare};
use crate::{
    asked::{Ended, not_before},
    day::{Date, plus_months},
    fact::{Event, Fact as F},
    history::History,
};

#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    pub began: Event,
    /// The episodes in it: more than one where the legal status changed and the child stayed.
    pub episodes: Vec<Episode>,
    pub ended: Option<Ended>,
    /// The move that ended it.
    pub moved_on: Option<Event>,
    /// The day from which its first year is counted: a return from a temporary move resumes it.
    pub year_from: Date,
    /// Meant to last until 18 from this day on, and from this one with fewer visits agreed by the child.
    pub long_term: Option<Date>,
    pub fewer_visits: Option<Date>,
    /// The day on which the assessment was complete that it had been made ahead of.
    pub assessed: Option<Date>,
    pub short_breaks: bool,
}
const MOVED: &str = "The child moved";

impl Placed {
    pub fn first(&self) -> &Episode {
        &self.episodes[0]
    }
    pub fn place(&self) -> &str {
        &self.first().placement.place
    }
    pub fn known_until(&self) -> Option<Date> {
        let last = &self.episodes[self.episodes.len() - 1];
        last.known_until.filter(|_| self.ended.is_none())
    }
    pub fn temporary(&self) -> bool {
        self.first().temporary()
    }
    pub fn holds(&self, day: Date) -> bool {
        self.began.on <= day && self.ended.is_none_or(|e| day < e.on)
    }
    /// The first day after its first year.
    pub fn year_ends(&self) -> Date {
        plus_months(self.year_from, 12)
    }
    /// The legal status on a day; of the last episode where it is after the end.
    pub fn legal_status(&self, day: Date) -> &str {
        let on = self.episodes.iter().rev().find(|e| e.began.on <= day);
        on.unwrap_or_else(|| self.first()).legal_status()
    }
    /// Still waiting for its assessment on that day (reg 19 or 24).
    pub fn ahead(&self, day: Date) -> Option<Ahead> {
        self.first().placement.ahead_of_assessment.filter(|_| self.assessed.is_none_or(|a| day < a))
    }
    /// Did it happen in this placement? On the day of a move the hour decides, and without one the placement that
    /// begins.
    pub fn saw(&self, e: &Event) -> bool {
        let gone =
            self.moved_on.is_some_and(|next| not_before(e, &next)) || self.ended.is_some_and(|end| e.on > end.on);
        not_before(e, &self.began) && !gone
    }
    fn same_place(&self, e: &Episode) -> bool {
        let (a, b) = (&self.first().placement, &e.placement);
        a.place == b.place && a.urn == b.urn && a.placement_postcode == b.placement_postcode
    }
}

pub fn placed(h: &History) -> Vec<Placed> {
    let mut all = vec![];
    for period in &h.care().periods {
        all.extend(in_period(period));
    }
    for k in h.all() {
        let F::Care(fact) = &k.fact else { continue };
        let Some(p) = all.iter_mut().rev().find(|p: &&mut Placed| p.holds(k.happened)) else { continue };
        match fact {
            Fact::LongTermAgreed { fewer_visits } => {
                p.long_term = p.long_term.or(Some(k.happened));
                p.fewer_visits = p.fewer_visits.or(fewer_visits.then_some(k.happened));
            }
            Fact::PlacementAssessed => p.assessed = p.assessed.or(Some(k.happened)),
            _ => {}
        }
    }
    all
}
fn in_period(period: &PeriodOfCare) -> Vec<Placed> {
    let mut all: Vec<Placed> = vec![];
    for e in &period.episodes {
        match all.last_mut().filter(|_| !e.moved) {
            Some(open) => open.episodes.push(e.clone()),
            None => {
                if let Some(open) = all.last_mut() {
                    open.ended = Some(Ended { on: e.began.on, why: MOVED });
                    open.moved_on = Some(e.began);
                }
                let year_from = resumes(&all, e).unwrap_or(e.began.on);
                let said = |yes: bool| yes.then_some(e.began.on);
                all.push(Placed {
                    began: e.began,
                    ended: period.duty_ended(),
                    moved_on: None,
                    year_from,
                    long_term: said(e.placement.intended_to_last_to_18),
                    fewer_visits: said(e.placement.fewer_visits_agreed),
                    assessed: None,
                    short_breaks: period.short_breaks,
                    episodes: vec![e.clone()],
                });
            }
        }
    }
    all
}
/// Back from a temporary move to where the child was: that placement's first year runs on.
fn resumes(before: &[Placed], e: &Episode) -> Option<Date> {
    before.last().filter(|p| p.temporary())?;
    before.iter().rev().find(|p| !p.temporary()).filter(|p| p.same_place(e)).map(|p| p.year_from)
}
