//! Arrangements: who looks after the child, since when the council knows, and until when.
use super::{Fact, Notifier};
use crate::{
    asked::Ended,
    day::{Date, birthday},
    fact::{Event, Fact as F},
    history::History,
};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arrangement {
    /// The council was first told, or found out.
    pub aware: Option<Event>,
    /// The carer or the parent, whose duty it is, told the council.
    pub notified: Option<Event>,
    pub planned: Option<Date>,
    pub begins: Option<Date>,
    pub emergency: bool,
    /// The child began to live there.
    pub began: Option<Event>,
    pub close_relative: bool,
    pub disabled: bool,
    pub decided: Option<Event>,
    pub ended: Option<Ended>,
}
impl Arrangement {
    /// The first that was said of it.
    fn first(&self) -> Option<Date> {
        [self.aware, self.began].into_iter().flatten().map(|e| e.on).min()
    }
    /// The day from which visits are counted: the child is there, and the council knows (reg 8(6)).
    pub fn deemed_start(&self) -> Option<Event> {
        let (aware, began) = (self.aware?, self.began?);
        Some(if aware.on >= began.on { aware } else { began })
    }
}

/// One at a time: what is said while one runs is about that one.
pub fn arrangements(h: &History) -> Vec<Arrangement> {
    let mut all: Vec<Arrangement> = vec![];
    for k in h.all() {
        let F::PrivateFostering(fact) = &k.fact else { continue };
        if all.last().is_none_or(|a| a.ended.is_some()) {
            all.push(Arrangement::default());
        }
        let Some(a) = all.last_mut() else { continue };
        tell(a, Event::from(k), fact);
    }
    all.retain(|a| a.first().is_some() && !a.close_relative);
    for a in &mut all {
        grown_up(h, a);
    }
    all
}
fn tell(a: &mut Arrangement, event: Event, fact: &Fact) {
    match fact {
        Fact::ArrangementNotified { by, begins, planned, emergency } => {
            a.aware = a.aware.or(Some(event));
            if *by != Notifier::Other {
                a.notified = a.notified.or(Some(event));
            }
            (a.begins, a.planned) = (begins.or(a.begins), planned.or(a.planned));
            a.emergency |= emergency;
        }
        Fact::ArrangementBegan { close_relative, disabled, .. } => {
            a.began = a.began.or(Some(event));
            (a.close_relative, a.disabled) = (*close_relative, *disabled);
        }
        Fact::ArrangementDecided { .. } => a.decided = a.decided.or(Some(event)),
        Fact::ArrangementEnded { .. } => a.ended = Some(Ended { on: event.on, why: "The arrangement ended" }),
    }
}
/// Under 16, or under 18 and disabled (Children Act 1989 s66); and not once the council looks after the child.
fn grown_up(h: &History, a: &mut Arrangement) {
    let (age, too_old) = match a.disabled {
        true => (18, "The child attained the age of 18"),
        false => (16, "The child attained the age of 16"),
    };
    let old = h.born().map(|b| Ended { on: birthday(b, age), why: too_old });
    let died = h.person().died.map(|on| Ended { on, why: crate::care::DIED });
    let from = a.first().unwrap_or(Date::MAX);
    let placed = h.care().periods.iter().map(|p| p.began().on).find(|on| *on > from);
    let placed = placed.map(|on| Ended { on, why: "The child came to be looked after" });
    let ends = [a.ended, old, died, placed].into_iter().flatten().filter(|e| e.on <= h.today);
    a.ended = ends.min_by_key(|e| e.on);
}
