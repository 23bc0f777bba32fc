//! From the record to the facts that the table asks of.
use super::{Fact, Guardianship, Home, Learning, Lived, Spell, Stay, Unsaid, With, living};
use crate::{
    care,
    clock::Matter,
    day::{Date, Period, birthday, plus_days},
    fact::{Fact as F, Kept},
    history::History,
    norms::Norms,
};

pub fn lived(h: &History, norms: &Norms, on: Date) -> Lived {
    let mut l = Lived { born: h.born(), died: h.person().died, ..Lived::default() };
    if let Some(born) = l.born {
        let (from, until) = (birthday(born, 14), birthday(born, 18).min(plus_days(on, 1)));
        l.care_gaps = norms.gaps(Matter::Placements, from, until);
        l.home_gaps = norms.gaps(Matter::LivingElsewhere, from, until);
    }
    l.care = stays(h, &l.care_gaps);
    l.detained = spells(h, |f| match f {
        F::Care(care::Fact::DetentionBegan { .. }) => Some(Some(())),
        F::Care(care::Fact::DetentionEnded) => Some(None),
        _ => None,
    })
    .into_iter()
    .map(|(_, spell)| spell)
    .collect();
    Family { homes: l.homes, unsaid: l.unsaid } = family(h);
    l.guardianships = guardianships(h, &l);
    l.others = others(h);
    said(h, &mut l, on);
    l
}
/// What only a return says goes on is known until its last day, or until no source covers it any more.
fn stays(h: &History, gaps: &[Period]) -> Vec<Stay> {
    let care = h.care();
    let mut out = vec![];
    for period in care.periods.iter().chain(&care.brief) {
        for (n, e) in period.episodes.iter().enumerate() {
            let last = n + 1 == period.episodes.len();
            let until = if last { period.until() } else { e.until };
            let silent = |known: Date| gaps.iter().find(|g| g.until.is_none_or(|u| u > plus_days(known, 1)));
            let silent = e.known_until.and_then(|k| silent(k).map(|g| g.from.max(plus_days(k, 1))));
            let until = [until, silent].into_iter().flatten().min();
            let ended = if last { period.ended.as_ref().and_then(|e| e.fact) } else { e.ended };
            out.push(Stay {
                period: Period { from: e.began.on, until },
                hours: (e.began.at, ended.and_then(|f| f.at)),
                legal_status: e.legal_status().into(),
                place: e.placement.place.clone(),
                short_break: e.short_break(),
                fact: Some(e.began.fact),
            });
        }
    }
    out.sort_by_key(|s| s.period.from);
    out
}
/// Spells of one kind, one at a time: what begins ends what was open.
fn spells<T>(h: &History, marks: impl Fn(&F) -> Option<Option<T>>) -> Vec<(T, Spell)> {
    let mut out: Vec<(T, Spell)> = vec![];
    let marked = h.all().filter_map(|k: &Kept| marks(&k.fact).map(|m| (k, m)));
    for (k, mark) in marked {
        if let Some((_, open)) = out.last_mut().filter(|(_, s)| s.period.until.is_none()) {
            open.period.until = Some(k.happened);
        }
        if let Some(of) = mark {
            out.push((of, Spell { period: Period::new(k.happened, None), fact: Some(k.id) }));
        }
    }
    out
}
/// With whom they lived, and where among parents and relatives nobody said with whom.
#[derive(Default)]
struct Family {
    homes: Vec<Home>,
    unsaid: Vec<Unsaid>,
}
pub(super) fn homes(h: &History) -> Vec<Home> {
    family(h).homes
}
/// Whoever moves on to a place that is no relative's (code B of the 903), or leaves a relative's for nowhere, lives with
/// them no longer, though nobody said that the one spell ended: left open it would come to six months at home, and to
/// less than is owed. Whoever moves on to another place with relatives may have left them or gone there with them: until
/// somebody says with whom they live there, nobody knows, and the same is so of such a place without a name at all.
fn family(h: &History) -> Family {
    let named = spells(h, |f| match f {
        F::Leavers(Fact::LivingWithBegan { with, who }) => Some(Some((*with, who.clone()))),
        F::Leavers(Fact::LivingWithEnded) => Some(None),
        _ => None,
    });
    let with_family = |k: &Kept| matches!(&k.fact, F::Leavers(Fact::AccommodationBegan(of)) if of.is_with_family());
    // Most have neither, and every status asks.
    if named.is_empty() && !h.all().any(with_family) {
        return Family::default();
    }
    let places = living::homes(h);
    let mut family = Family::default();
    for ((with, who), mut spell) in named {
        let until = [spell.period.until, gone(&places, spell.period.from)].into_iter().flatten().min();
        let raw = Period { until, ..spell.period };
        let moves = places.iter().filter(|p| p.of.is_with_family() && p.began.on > raw.from && raw.holds(p.began.on));
        let moved = moves.min_by_key(|p| p.began.on).map(|p| p.began);
        family.unsaid.extend(moved.map(|e| Unsaid {
            spell: Spell { period: Period::new(e.on, until), fact: Some(e.fact) },
            perhaps_since: if with == With::Other { e.on } else { raw.from },
        }));
        spell.period.until = moved.map(|e| e.on).or(until);
        family.homes.push(Home { with, who, spell });
    }
    let unnamed = places.iter().filter(|p| p.of.is_with_family()).filter_map(|p| unnamed(p, &family));
    let unnamed: Vec<Unsaid> = unnamed.collect();
    family.unsaid.extend(unnamed);
    family
}
/// The first day after it on which they were somewhere else than with relatives, or nowhere.
fn gone(places: &[living::Home], since: Date) -> Option<Date> {
    let left = |place: &living::Home| match place.of.is_with_family() {
        _ if place.of.accommodation.is_empty() => None,
        true => place.ended.map(|e| e.on).filter(|day| places.iter().all(|p| p.began.on != *day)),
        false => Some(place.began.on),
    };
    places.iter().filter_map(left).filter(|day| *day > since).min()
}
/// A place with relatives from its first day until somebody said with whom, where nobody had said it before.
fn unnamed(place: &living::Home, said: &Family) -> Option<Unsaid> {
    let period = Period { from: place.began.on, until: place.ended.map(|e| e.on) };
    let known = || said.homes.iter().map(|h| h.spell.period).chain(said.unsaid.iter().map(|u| u.spell.period));
    if known().any(|p| p.holds(period.from)) {
        return None;
    }
    let named = known().map(|p| p.from).filter(|day| *day > period.from && period.holds(*day)).min();
    let until = named.or(period.until);
    let spell = Spell { period: Period { until, ..period }, fact: Some(place.began.fact) };
    Some(Unsaid { perhaps_since: period.from, spell })
}
fn guardianships(h: &History, l: &Lived) -> Vec<Guardianship> {
    let marked = spells(h, |f| match f {
        F::Leavers(Fact::SpecialGuardianshipMade { looked_after_before }) => Some(Some(*looked_after_before)),
        F::Leavers(Fact::SpecialGuardianshipEnded) => Some(None),
        _ => None,
    });
    // Looked after until the order was made, or on the day before it.
    let before = |made: Date| {
        let near = |s: &Stay| s.period.from < made && s.period.until.is_none_or(|u| u >= plus_days(made, -1));
        l.care.iter().any(near)
    };
    let guardianship = |(said, spell): (Option<bool>, Spell)| {
        let looked_after_before = said.unwrap_or_else(|| before(spell.period.from));
        Guardianship { looked_after_before, spell }
    };
    marked.into_iter().map(guardianship).collect()
}
fn others(h: &History) -> Vec<(super::OtherStay, Spell)> {
    let mut out = spells(h, |f| match f {
        F::Leavers(Fact::OtherStayBegan { kind }) => Some(Some(*kind)),
        F::Leavers(Fact::OtherStayEnded) => Some(None),
        _ => None,
    });
    let fostered = h.arrangements().iter().filter_map(|a| {
        let began = a.began?;
        let period = Period::new(began.on, a.ended.map(|e| e.on));
        Some((super::OtherStay::PrivatelyFostered, Spell { period, fact: Some(began.fact) }))
    });
    out.extend(fostered);
    out
}
/// What was said by the day: a wish and a request are as old as their last word. An activity says it too: one of
/// learning that they learn, and one of neither work nor learning that they do not. A job says nothing of a course
/// beside it, neither when it begins nor when it ends.
fn said(h: &History, l: &mut Lived, on: Date) {
    let mut works = false;
    for k in h.all().filter(|k| k.happened <= on) {
        let F::Leavers(fact) = &k.fact else { continue };
        let is_in = matches!(l.learning, Some((Learning::In, _)));
        match fact {
            Fact::LearningSaid { learning: Learning::Neither, .. } => l.learning = None,
            Fact::LearningSaid { learning, since } => l.learning = Some((*learning, since.or(Some(k.happened)))),
            Fact::ActivityBegan(a) => {
                works = a.is_eet() && !a.is_learning();
                match a.is_learning() {
                    true => l.learning = Some((Learning::In, Some(k.happened))),
                    false if is_in && a.is_neither() => l.learning = None,
                    false => {}
                }
            }
            Fact::ActivityEnded if is_in && !works => l.learning = None,
            Fact::ActivityEnded => works = false,
            Fact::SupportRequested => l.asked_for_support = Some(k.happened),
            Fact::SupportNoLongerWanted => l.asked_for_support = None,
            _ => {}
        }
    }
}
