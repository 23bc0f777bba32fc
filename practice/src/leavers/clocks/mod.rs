//! The clocks of leaving care (section W) and of homelessness at 16 and 17 (section T). They follow the status that
//! holds: what is owed to a relevant child is not owed to a qualifying young person.
mod begin;
mod contact;
mod homeless;
mod later;
mod moves;
mod review;
use crate::{
    asked::Ended,
    clock::{Asked, Clock},
    fact::{Event, Fact as F},
    leavers::{Fact, Footing, periods::Duty},
    norms::Norm,
    plans,
};

pub(super) use contact::IN_TOUCH;
pub use review::REVIEW as PATHWAY_PLAN_REVIEW;

pub const CLOCKS: &[&Clock] = &[
    &begin::ELIGIBLE_ASSESSED,
    &begin::PLAN_PREPARED,
    &begin::RELEVANT_ASSESSED,
    &begin::ADVISER,
    &review::REVIEW,
    &moves::REVIEW_AFTER_MOVE,
    &moves::VISIT_AFTER_MOVE,
    &moves::LATER_VISITS,
    &contact::IN_TOUCH,
    &later::OFFER,
    &later::REQUEST,
    &contact::LOST,
    &later::HEALTH_HISTORY,
    &review::STAYING_PUT,
    &contact::BIRTHDAY,
    &later::REFERRAL_TO_HOUSING,
    &homeless::SAME_DAY,
    &homeless::ASSESSMENT,
    &homeless::DECISION,
];
pub const NORMS: [&Norm; 1] = [&begin::AFTER_LATE_ASSESSMENT];

fn events(a: &Asked, is: impl Fn(&Fact) -> bool) -> Vec<Event> {
    a.h.events(|f| matches!(f, F::Leavers(f) if is(f)))
}
/// Pathway plans, held here or on paper, as they came into force.
fn plans_prepared(a: &Asked) -> Vec<Event> {
    in_order(events(a, |f| matches!(f, Fact::PathwayPlanPrepared)), plans::in_force(a.h, &plans::PATHWAY))
}
/// The same and their reviews: a new version is a review too.
fn plans_reviewed(a: &Asked) -> Vec<Event> {
    let on_paper = events(a, |f| matches!(f, Fact::PathwayPlanPrepared | Fact::PathwayPlanReviewed));
    in_order(on_paper, plans::reviewed(a.h, &plans::PATHWAY))
}
fn in_order(mut on_paper: Vec<Event>, held_here: Vec<Event>) -> Vec<Event> {
    on_paper.extend(held_here);
    on_paper.sort_by_key(|e| (e.on, e.at, e.recorded));
    on_paper
}
/// From the duty's beginning on, one thing owed again and again, or once.
fn duties(a: &Asked, owes: impl Fn(Footing) -> bool) -> Vec<Duty> {
    super::periods::duties(a.h, a.norms, owes)
}
fn earlier(a: Option<Ended>, b: Option<Ended>) -> Option<Ended> {
    [a, b].into_iter().flatten().min_by_key(|e| e.on)
}
/// The first of those that is on the day or after it.
fn since(events: &[Event], from: Event) -> Option<Event> {
    events.iter().find(|e| e.on >= from.on).copied()
}
