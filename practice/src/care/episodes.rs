//! Episodes and periods of care: an *episode* is a span under one legal status in one placement, a
//! *period of care* is episodes without a gap. What was recorded here wins over a report of the
//! same span; every other part of the product reads these, never the facts.
use super::{Placement, told::episodes};
use crate::{
    clock::{Asked, Matter, Met, Owed},
    day::{Date, plus_days, plus_hours, words},
    fact::Event,
    history::History,
};

#[derive(Clone, Debug, PartialEq)]
pub struct Episode {
    pub began: Event,
    /// The day on which it ceased: the first day that is not of it.
    pub until: Option<Date>,
    pub placement: Placement,
    /// It began with a move, and not with another legal status alone.
    pub moved: bool,
    /// Why the period of care ceased with it (`s903.reason_episode_ceased`).
    pub ceased: Option<String>,
    /// Why the placement changed after it (`s903.reason_placement_change`).
    pub changed: Option<String>,
    /// The fact that ended it.
    pub ended: Option<Event>,
    /// A return said that it was open on this day, and nobody has said anything since. It may have
    /// ended all the same: with childhood.
    pub known_until: Option<Date>,
    pub reported: bool,
}
#[derive(Clone, Debug, PartialEq)]
pub struct PeriodOfCare {
    pub episodes: Vec<Episode>,
    /// A series of short breaks (reg 48), for which most duties are lighter.
    pub short_breaks: bool,
    pub ended: Option<End>,
}
#[derive(Clone, Debug, PartialEq)]
pub struct End {
    pub on: Date,
    pub fact: Option<Event>,
    /// `s903.reason_episode_ceased`, where it was said.
    pub reason: Option<String>,
    pub why: &'static str,
}
/// Everything that the facts say about being looked after.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Care {
    pub periods: Vec<PeriodOfCare>,
    /// Accommodated for 24 hours or less: not looked after (s22(2)).
    pub brief: Vec<PeriodOfCare>,
}

pub const LEFT: &str = "The child ceased to be looked after";
pub const ADULT: &str = "The child attained the age of 18";
pub const DIED: &str = "The child died";

impl Episode {
    pub fn legal_status(&self) -> &str {
        &self.placement.legal_status
    }
    pub fn short_break(&self) -> bool {
        self.placement.short_break || matches!(self.legal_status(), "V3" | "V4")
    }
    /// A move that is meant to end where it began: hospital, holiday, a carer's holiday.
    pub fn temporary(&self) -> bool {
        matches!(self.placement.place.as_str(), "T0" | "T1" | "T2" | "T3" | "T4")
    }
    /// Looked after from the first minute: in the council's care by a court's order, or remanded (LASPO 2012 s104).
    pub fn by_order(&self) -> bool {
        matches!(self.legal_status(), "C1" | "C2" | "D1" | "E1" | "J1")
    }
    pub fn holds(&self, day: Date) -> bool {
        self.began.on <= day && self.until.is_none_or(|u| day < u)
    }
}
impl PeriodOfCare {
    pub fn began(&self) -> Event {
        self.episodes[0].began
    }
    pub fn last(&self) -> &Episode {
        &self.episodes[self.episodes.len() - 1]
    }
    pub fn until(&self) -> Option<Date> {
        self.ended.as_ref().map(|e| e.on)
    }
    pub fn holds(&self, day: Date) -> bool {
        self.began().on <= day && self.until().is_none_or(|u| day < u)
    }
    /// Open on a return's last day, and nothing heard since.
    pub fn known_until(&self) -> Option<Date> {
        self.last().known_until.filter(|_| self.ended.is_none())
    }
    /// The end, as clocks want it.
    pub fn duty_ended(&self) -> Option<crate::asked::Ended> {
        self.ended.as_ref().map(|e| crate::asked::Ended { on: e.on, why: e.why })
    }
}

/// What only a return says is going on is owed as far as the return could know, and after that where
/// an end would have been told. What would only have begun after that is nothing.
pub fn while_known(a: &Asked, known_until: Option<Date>, mut owed: Owed) -> Option<Owed> {
    let Some(last) = known_until.filter(|_| owed.met == Met::NotYet) else { return Some(owed) };
    let asked = owed.due.map_or(a.h.today, |d| d.day().min(a.h.today));
    if asked <= last || a.norms.covers(Matter::Placements, plus_days(last, 1), asked) {
        return Some(owed);
    }
    owed.met = Met::NotKnown {
        missing: format!("Looked after on {}, the last day of the return; not known since", words(last)),
        who_could_say: Matter::Placements.who_could_say(),
    };
    (owed.start.on <= last).then_some(owed)
}
/// What is owed in each period of care, short breaks apart, as far as the period is known.
pub fn in_each_period(a: &Asked, owed: impl Fn(&PeriodOfCare) -> Vec<Owed>) -> Vec<Owed> {
    let periods = a.h.care().periods.iter().filter(|p| !p.short_breaks);
    periods.flat_map(|p| owed(p).into_iter().filter_map(|o| while_known(a, p.known_until(), o))).collect()
}

pub fn care(h: &History) -> Care {
    let mut care = Care::default();
    for mut period in periods(episodes(h)) {
        if !cut_at_18_or_death(h, &mut period) {
            continue;
        }
        match is_brief(&period) {
            true => care.brief.push(period),
            false => care.periods.push(period),
        }
    }
    care
}

fn periods(episodes: Vec<Episode>) -> Vec<PeriodOfCare> {
    let mut periods: Vec<PeriodOfCare> = vec![];
    for episode in episodes {
        let short_breaks = episode.short_break();
        let goes_on = |p: &&mut PeriodOfCare| {
            let last = p.last();
            last.until == Some(episode.began.on) && last.ceased.is_none() && p.short_breaks == short_breaks
        };
        match periods.last_mut().filter(goes_on) {
            Some(period) => period.episodes.push(episode),
            None => periods.push(PeriodOfCare { episodes: vec![episode], short_breaks, ended: None }),
        }
    }
    for p in &mut periods {
        let last = p.last();
        p.ended = last.until.map(|on| End { on, fact: last.ended, reason: last.ceased.clone(), why: LEFT });
    }
    periods
}
/// Attaining 18 ends being looked after, and so does death, whatever a file left open. `false`: it
/// began after that, so it never was.
fn cut_at_18_or_death(h: &History, period: &mut PeriodOfCare) -> bool {
    let adult = h.birthday(18).filter(|b| *b <= h.today).map(|on| (on, ADULT));
    let died = h.person().died.map(|on| (on, DIED));
    let Some((on, why)) = [adult, died].into_iter().flatten().min() else { return true };
    period.episodes.retain(|e| e.began.on < on);
    if period.episodes.is_empty() {
        return false;
    }
    if period.until().is_none_or(|u| u > on) {
        period.ended = Some(End { on, fact: None, reason: None, why });
        if let Some(last) = period.episodes.last_mut() {
            // How the child lived between a return's last day and that one nobody has said.
            last.until = Some(on);
        }
    }
    true
}
/// s22(2): accommodation counts when it lasts for a continuous period of more than 24 hours. Where
/// only the days were said, the next day is read as more: the reading that protects the child.
fn is_brief(p: &PeriodOfCare) -> bool {
    let (began, Some(end)) = (p.began(), &p.ended) else { return false };
    if p.episodes.iter().any(Episode::by_order) {
        return false;
    }
    match (began.at, end.fact.and_then(|f| f.at)) {
        (Some(from), Some(to)) => to <= plus_hours(from, 24),
        _ => end.on <= began.on,
    }
}
