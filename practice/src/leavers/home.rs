//! Six months at home: the rule that takes a relevant child's status away, and its breakdown.
use super::{
    Home, Lived, Unsaid, With,
    lived::{LookedAfter, Spell, later, overlap, touches},
};
use crate::{
    day::{Date, Period, days_between, plus_months},
    fact::Id,
    norms::{Norm, Norms},
};

/// §10 of our reference of law: the full text of reg 3(5) was not seen, so that a council may read it otherwise.
pub const BEFORE_CEASING: Norm = Norm {
    code: "leavers_home_before_ceasing",
    title: "Six months at home may begin before care ends",
    default: 1,
    unit: "1 yes, 0 no",
    why: "Care Leavers Regulations 2010 reg 3(5) as councils apply it (K-M); a person is asked wherever it decides",
};

/// What living at home comes to on a day on which the child is not looked after.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AtHome {
    /// Six months in a row with one person, and still there: since when, and when they were complete.
    pub six_months: Option<Stretch>,
    /// Six months had been complete, and then it ended.
    pub broke_down: Option<Stretch>,
    /// Not six months with either, but with both together.
    pub two_together: bool,
    /// Six months only if whoever they live with among relatives, which nobody said, is whom they lived with before, or counts.
    pub not_said_with_whom: bool,
    /// No source covers all the time since care ended.
    pub not_known: bool,
    /// The six months were or would be complete within three days of the 18th birthday.
    pub near_18: bool,
    /// Left on the 18th birthday itself.
    pub left_at_18: bool,
    /// Only if the time at home before care ended counts.
    pub by_time_in_care: bool,
    /// The day on which six months will be complete.
    pub would_complete: Option<Date>,
}
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    pub from: Date,
    pub completes: Date,
    pub until: Option<Date>,
    pub fact: Option<Id>,
}
/// The day that is asked about: any day at 16 or 17, or the 18th birthday, by which it must be over.
#[derive(Clone, Copy)]
pub struct Asked {
    pub on: Date,
    pub b18: Date,
    /// The last day of being looked after, from which nobody looks after the child.
    pub ceased: Date,
}
impl Asked {
    fn at_18(self) -> bool {
        self.on >= self.b18
    }
    /// Six months that complete only on the 18th birthday do not take the status away.
    fn complete(self, day: Date) -> bool {
        if self.at_18() { day < self.b18 } else { day <= self.on }
    }
}

pub fn at_home(l: &Lived, care: &LookedAfter, a: Asked, norms: &Norms) -> AtHome {
    let living = living(l, care);
    let stretches: Vec<Stretch> = living.iter().map(|s| stretch(s, care, a, norms)).collect();
    let covered = |from: Date, until: Date| {
        let asked = Period::new(from, Some(until));
        from >= until || !l.home_gaps.iter().any(|g| overlap(*g, asked))
    };
    let there = |s: &&Stretch| s.from <= a.on && s.until.is_none_or(|u| u > a.on);
    let mut out = AtHome { not_known: !covered(a.ceased, a.on), ..AtHome::default() };
    let now = stretches.iter().filter(there).min_by_key(|s| s.completes);
    out.six_months = now.filter(|s| a.complete(s.completes) && covered(s.from, a.on)).copied();
    out.would_complete = now.map(|s| s.completes).filter(|c| *c > a.on);
    let ended = |s: &&Stretch| s.until.is_some_and(|u| u <= a.on && u > a.ceased && s.completes <= u);
    out.broke_down = stretches.iter().rev().find(ended).copied().filter(|_| out.six_months.is_none());
    let until_18 = |s: &&Stretch| s.from < a.b18 && s.until.is_none_or(|u| u >= a.b18);
    let judged = stretches.iter().filter(|s| a.at_18() && until_18(s));
    let near = |s: &Stretch| days_between(s.completes, a.b18).abs() <= 3;
    out.near_18 = judged.clone().chain(out.six_months.as_ref()).any(near);
    out.left_at_18 = judged.clone().any(|s| s.until == Some(a.b18) && s.completes < a.b18);
    out.by_time_in_care = out.six_months.is_some_and(|s| !a.complete(plus_months(s.from.max(a.ceased), 6)));
    out.two_together = out.six_months.is_none() && together(&stretches, a);
    let perhaps = perhaps(l, care, &living).into_iter().map(|s| stretch(&s, care, a, norms));
    let may_be = perhaps.filter(|s| there(&s)).any(|s| a.complete(s.completes));
    out.not_said_with_whom = out.six_months.is_none() && !out.two_together && may_be;
    out
}
/// As if nobody had moved to another, where nobody said with whom; nothing where all of it was said.
fn perhaps(l: &Lived, care: &LookedAfter, living: &[Spell]) -> Vec<Spell> {
    let whole = |u: &Unsaid| {
        let placed = placed_with_parents(care).into_iter().find(|s| s.period.until == Some(u.perhaps_since));
        let then = living.iter().find(|s| Some(s.period.from) == u.spell.period.until);
        let from = placed.map_or(u.perhaps_since, |s| s.period.from);
        let until = then.map_or(u.spell.period.until, |s| s.period.until);
        Spell { period: Period { from, until }, fact: u.spell.fact }
    };
    super::lived::joined(l.unsaid.iter().map(whole).collect())
}
fn placed_with_parents(care: &LookedAfter) -> Vec<Spell> {
    let placed = care.pieces.iter().filter(|s| s.with_parents());
    super::lived::joined(placed.map(|s| Spell { period: s.period, fact: s.fact }).collect())
}
/// One stay with one person, however often it was said.
pub(super) fn spells(homes: &[Home]) -> Vec<Home> {
    let mut homes: Vec<&Home> = homes.iter().filter(|h| h.with != With::Other).collect();
    homes.sort_by_key(|h| h.spell.period.from);
    let mut out: Vec<Home> = vec![];
    for h in homes {
        // With one parent in the week and the other at weekends the spells of the two lie within one another.
        let same = |o: &&mut Home| o.with == h.with && o.who == h.who && touches(o.spell.period, h.spell.period);
        match out.iter_mut().find(same) {
            Some(open) => open.spell.period.until = later(open.spell.period.until, h.spell.period.until),
            None => out.push(h.clone()),
        }
    }
    out
}
/// Spells with somebody who counts, in the order of time; placed with parents counts as one with somebody not named.
fn living(l: &Lived, care: &LookedAfter) -> Vec<Spell> {
    let mut out: Vec<Spell> = spells(&l.homes).into_iter().map(|h| h.spell).collect();
    let placed = placed_with_parents(care);
    let alone = |p: &Spell| !out.iter().any(|o| overlap(o.period, p.period));
    let unnamed: Vec<Spell> = placed.into_iter().filter(alone).collect();
    out.extend(unnamed);
    out.sort_by_key(|o| o.period.from);
    out
}
/// From its recorded start, even before care ended; being looked after elsewhere begins it anew.
/// Holidays, hospital and short breaks do not.
fn stretch(living: &Spell, care: &LookedAfter, a: Asked, norms: &Norms) -> Stretch {
    let spell = living.period;
    let elsewhere = care.pieces.iter().filter(|s| !s.with_parents() && !s.temporary());
    let during = elsewhere.filter(|s| s.period.from <= a.on && overlap(s.period, spell));
    let again = during.filter_map(|s| s.period.until).max();
    let mut from = again.map_or(spell.from, |day| day.max(spell.from));
    if norms.get(&BEFORE_CEASING, a.on) == 0 {
        from = from.max(a.ceased);
    }
    Stretch { from, completes: plus_months(from, 6), until: spell.until, fact: living.fact }
}
/// Adjoining spells with different people, the last of which goes on.
fn together(stretches: &[Stretch], a: Asked) -> bool {
    let short = |s: &&Stretch| s.from <= a.on && s.until.is_none_or(|u| u < s.completes);
    let whole = |s: &&Stretch| s.until.is_none_or(|u| u > a.on) && !a.complete(s.completes);
    let Some(last) = stretches.iter().filter(|s| s.from <= a.on).filter(whole).max_by_key(|s| s.from) else {
        return false;
    };
    let mut from = last.from;
    for s in stretches.iter().rev().filter(|s| s.from < last.from).filter(short) {
        match s.until {
            Some(u) if u >= from => from = s.from.min(from),
            _ => break,
        }
    }
    from < last.from && a.complete(plus_months(from, 6))
}
