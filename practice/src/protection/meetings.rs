//! Child protection conferences: called, moved, held; told by facts of the work and by returns.
use super::{Conference, Enquiry, Fact, Meeting, Plan, view::facts};
use crate::{Date, fact::Event, history::History, span::Span};

/// All conferences in the order of their days. A recorded one stands for a return's of the same kind and day.
pub(super) fn all(h: &History, enquiries: &[Span<Enquiry>], plans: &[Span<Plan>]) -> Vec<Meeting> {
    let mut all = recorded(h);
    let initial = enquiries.iter().filter_map(|e| e.of.conference).map(|e| (Conference::Initial, e));
    let reviews = plans.iter().flat_map(|p| &p.of.reviews).map(|e| (Conference::Review, *e));
    let referrals = h.front_door().referrals.iter();
    let transfers = referrals.filter_map(|r| r.of.transfer_in.map(|d| (Conference::TransferIn, r.began.on(d))));
    for (kind, held) in initial.chain(reviews).chain(transfers) {
        if !all.iter().any(|m| m.kind == kind && m.held.is_some_and(|e| e.on == held.on)) {
            all.push(Meeting { kind, called: None, held: Some(held), outcome: None, reported: true });
        }
    }
    all.sort_by_key(|m| m.day());
    all
}
fn recorded(h: &History) -> Vec<Meeting> {
    let (mut all, mut called): (Vec<Meeting>, Vec<(Conference, Event, Date)>) = (vec![], vec![]);
    let meeting = |kind, called| Meeting { kind, called, held: None, outcome: None, reported: false };
    for (k, fact) in facts(h) {
        match fact {
            // Called again, it moves: it was still first called when it was first called.
            Fact::ConferenceArranged { kind, day } => match called.iter_mut().find(|c| c.0 == *kind) {
                Some(moved) => moved.2 = *day,
                None => called.push((*kind, Event::from(k), *day)),
            },
            Fact::ConferenceHeld { kind, outcome, .. } => {
                let at = called.iter().position(|c| c.0 == *kind);
                let called = at.map(|n| called.remove(n)).map(|(_, first, day)| (first, day));
                let held = Some(Event::from(k));
                all.push(Meeting { held, outcome: Some(*outcome), ..meeting(*kind, called) });
            }
            _ => {}
        }
    }
    all.extend(called.into_iter().map(|(kind, first, day)| meeting(kind, Some((first, day)))));
    all
}
impl Meeting {
    /// The day it was held on, or is to be.
    pub fn day(&self) -> Option<Date> {
        self.held.map(|e| e.on).or(self.called.map(|c| c.1))
    }
}
