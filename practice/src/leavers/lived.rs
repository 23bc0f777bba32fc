//! The facts of a life that the table asks of, from the record or from a file of cases.
use super::{Learning, OtherStay, With};
use crate::{
    day::{Date, Period, Timestamp, plus_hours, plus_months},
    fact::Id,
};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lived {
    pub born: Option<Date>,
    pub died: Option<Date>,
    pub care: Vec<Stay>,
    pub detained: Vec<Spell>,
    pub homes: Vec<Home>,
    /// With parents or relatives, and nobody said with whom of them.
    pub unsaid: Vec<Unsaid>,
    pub guardianships: Vec<Guardianship>,
    pub others: Vec<(OtherStay, Spell)>,
    pub learning: Option<(Learning, Option<Date>)>,
    pub asked_for_support: Option<Date>,
    /// Days since the 14th birthday of which no source says whether the child was looked after.
    pub care_gaps: Vec<Period>,
    /// The same of where and with whom the child lived outside care.
    pub home_gaps: Vec<Period>,
}
#[derive(Clone, Debug, PartialEq)]
pub struct Spell {
    pub period: Period,
    pub fact: Option<Id>,
}
/// One legal status in one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Stay {
    pub period: Period,
    /// The hours of coming and going, where somebody said them.
    pub hours: (Option<Timestamp>, Option<Timestamp>),
    pub legal_status: String,
    pub place: String,
    pub short_break: bool,
    pub fact: Option<Id>,
}
#[derive(Clone, Debug, PartialEq)]
pub struct Home {
    pub with: With,
    pub who: String,
    pub spell: Spell,
}
/// Time with parents or relatives of which nobody said with whom.
#[derive(Clone, Debug, PartialEq)]
pub struct Unsaid {
    pub spell: Spell,
    /// If they came there with whom they had lived before: since when they have lived with them.
    pub perhaps_since: Date,
}
#[derive(Clone, Debug, PartialEq)]
pub struct Guardianship {
    pub looked_after_before: bool,
    pub spell: Spell,
}

impl Stay {
    /// In the council's care by a court's order, or remanded: looked after from the first minute.
    fn by_order(&self) -> bool {
        matches!(self.legal_status.as_str(), "C1" | "C2" | "D1" | "E1" | "J1")
    }
    /// Placed with a parent or another person with parental responsibility.
    pub fn with_parents(&self) -> bool {
        self.place == "P1"
    }
    /// Hospital, holiday, a carer's holiday: meant to end where it began.
    pub fn temporary(&self) -> bool {
        matches!(self.place.as_str(), "T0" | "T1" | "T2" | "T3" | "T4")
    }
    /// The agreement to a series, and not the nights of it.
    fn agreement(&self) -> bool {
        self.legal_status == "V3"
    }
    fn of_series(&self) -> bool {
        self.short_break && !self.by_order()
    }
}
/// Touching or overlapping: the second begins no later than the first ends.
pub fn touches(first: Period, second: Period) -> bool {
    first.until.is_none_or(|u| second.from <= u)
}
pub fn overlap(a: Period, b: Period) -> bool {
    a.until.is_none_or(|u| b.from < u) && b.until.is_none_or(|u| a.from < u)
}
pub fn later(a: Option<Date>, b: Option<Date>) -> Option<Date> {
    Some(a?.max(b?))
}

/// Time looked after, sorted into what counts and what does not.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LookedAfter {
    /// Time without a gap, however often the child moved.
    pub counts: Vec<Spell>,
    pub pieces: Vec<Stay>,
    /// Series under reg 48.
    pub breaks: Vec<Spell>,
    /// Accommodated for 24 hours or less.
    pub brief: Vec<Spell>,
    /// A series of short breaks that does not keep to reg 48, so that it is ordinary accommodation.
    pub failed_series: Vec<Spell>,
    pub why_failed: Option<&'static str>,
    /// In the longest stay of that series, days: for the detained, up to four weeks is still a short break.
    pub longest_break: i64,
}

/// As it stands on a day: a stay that goes on then has lasted until then.
pub fn looked_after(l: &Lived, on: Date) -> LookedAfter {
    let mut stays: Vec<Stay> = l.care.to_vec();
    stays.sort_by_key(|s| (s.period.from, s.period.until.unwrap_or(Date::MAX)));
    let (series, ordinary): (Vec<Stay>, Vec<Stay>) = stays.into_iter().partition(Stay::of_series);
    let (agreements, nights): (Vec<Stay>, Vec<Stay>) = series.into_iter().partition(Stay::agreement);
    let placements = one_each(&nights);
    let mut found = LookedAfter { why_failed: fails_reg_48(&placements, on), ..LookedAfter::default() };
    found.longest_break = placements.iter().map(|s| s.period.days(on)).max().unwrap_or(0);
    found.breaks = agreements.iter().map(|s| Spell { period: s.period, fact: s.fact }).collect();
    let nights: Vec<Spell> = placements.iter().map(|s| Spell { period: s.period, fact: s.fact }).collect();
    match found.why_failed {
        Some(_) => found.failed_series = nights,
        None => found.breaks.extend(nights),
    }
    for chain in chains(ordinary) {
        let spell = Spell { period: whole(&chain), fact: chain[0].fact };
        match is_brief(&chain) {
            true => found.brief.push(spell),
            false => {
                found.counts.push(spell);
                found.pieces.extend(chain);
            }
        }
    }
    found.counts.extend(found.failed_series.iter().cloned());
    found.counts = joined(found.counts);
    found.breaks = joined(found.breaks);
    found
}
/// Stays with others than the council: those of one kind that touch are one.
pub fn other_stays(l: &Lived) -> Vec<(OtherStay, Spell)> {
    use OtherStay::*;
    let of = |kind| {
        let spells = l.others.iter().filter(move |o| o.0 == kind).map(|o| o.1.clone()).collect();
        joined(spells).into_iter().map(move |s| (kind, s))
    };
    [VoluntaryOrganisation, PrivateChildrensHome, HealthOrEducation, PrivatelyFostered]
        .into_iter()
        .flat_map(of)
        .collect()
}
/// Spells that touch are one.
pub fn joined(mut spells: Vec<Spell>) -> Vec<Spell> {
    spells.sort_by_key(|s| s.period.from);
    let mut out: Vec<Spell> = vec![];
    for s in spells {
        match out.last_mut().filter(|o| touches(o.period, s.period)) {
            Some(open) => open.period.until = later(open.period.until, s.period.until),
            None => out.push(s),
        }
    }
    out
}
fn chains(stays: Vec<Stay>) -> Vec<Vec<Stay>> {
    let mut out: Vec<Vec<Stay>> = vec![];
    for s in stays {
        match out.last_mut().filter(|c| touches(whole(c), s.period)) {
            Some(chain) => chain.push(s),
            None => out.push(vec![s]),
        }
    }
    out
}
fn whole(chain: &[Stay]) -> Period {
    let first = chain[0].period;
    Period { until: chain.iter().map(|s| s.period.until).fold(first.until, later), ..first }
}
/// s22(2), asked of the whole stay. Where only days were said, the next day is read as more.
fn is_brief(chain: &[Stay]) -> bool {
    let Period { from, until: Some(until) } = whole(chain) else { return false };
    if chain.iter().any(Stay::by_order) {
        return false;
    }
    match (chain[0].hours.0, chain[chain.len() - 1].hours.1) {
        (Some(came), Some(went)) => went <= plus_hours(came, 24),
        _ => until <= from,
    }
}
/// The nights of a series, in one place without a gap one placement.
fn one_each(nights: &[Stay]) -> Vec<Stay> {
    let mut out: Vec<Stay> = vec![];
    for s in nights {
        match out.last_mut().filter(|o| touches(o.period, s.period) && o.place == s.place) {
            Some(open) => open.period.until = later(open.period.until, s.period.until),
            None => out.push(s.clone()),
        }
    }
    out
}
/// Reg 48: no placement longer than 17 days, home after each, no more than 75 days in any 12 months.
fn fails_reg_48(placements: &[Stay], on: Date) -> Option<&'static str> {
    if placements.iter().any(|s| s.period.days(on) > 17) {
        return Some("one stay lasted more than 17 days");
    }
    if placements.windows(2).any(|w| touches(w[0].period, w[1].period)) {
        return Some("the child did not go home after each stay");
    }
    let too_many = |first: &Stay| {
        let year = Period::new(first.period.from, Some(plus_months(first.period.from, 12).min(on)));
        placements.iter().map(|s| days_within(s.period, year)).sum::<i64>() > 75
    };
    placements.iter().any(too_many).then_some("there were more than 75 days in 12 months")
}
pub fn days_within(p: Period, window: Period) -> i64 {
    clipped(p, window).map_or(0, |p| p.days(Date::MAX))
}
/// The part of a period that falls within a window.
pub fn clipped(p: Period, window: Period) -> Option<Period> {
    let from = p.from.max(window.from);
    let until = [p.until, window.until].into_iter().flatten().min();
    until.is_none_or(|u| from < u).then_some(Period { from, until })
}
