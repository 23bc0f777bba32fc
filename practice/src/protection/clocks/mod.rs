//! The clocks of child protection and of children in need.
mod conferences;
mod core_groups;
mod enquiries;
mod in_need;
mod incidents;
mod orders;
mod plans;

use super::{Agency, Conference, ConferenceOutcome, Fact};
use crate::{
    case::Story,
    clock::{Asked, Clock, Matter, Owed},
    fact::Event,
    people,
    span::Span,
};

pub const CLOCKS: &[&Clock] = &[
    &enquiries::DISCUSSION,
    &enquiries::OUTCOME,
    &enquiries::CONFERENCE,
    &conferences::TRANSFER_IN,
    &conferences::REPORTS,
    &core_groups::FIRST,
    &core_groups::LATER,
    &plans::FIRST_REVIEW,
    &plans::LATER_REVIEW,
    &plans::VISIT,
    &conferences::MINUTES,
    &plans::LENGTH,
    &orders::EMERGENCY_PROTECTION,
    &orders::POLICE_PROTECTION,
    &orders::CHILD_ASSESSMENT,
    &incidents::NOTIFY,
    &incidents::RAPID_REVIEW,
    &incidents::LEARNING_REVIEW,
    &in_need::PLAN,
    &in_need::FIRST_REVIEW,
    &in_need::LATER_REVIEW,
    &in_need::VISIT,
    &in_need::LONG,
];
pub use conferences::{OUTLINE, REVIEW_REPORTS};
pub use in_need::LONG_ESCALATES;

/// Owed again and again from the first that was done: the first itself is another clock's.
fn after_the_first<T>(a: &Asked, span: &Span<T>, matter: Matter, done: &[Event]) -> Vec<Owed> {
    let Some(first) = done.iter().find(|e| span.holds(e.on)) else { return vec![] };
    let later: Vec<Event> = done.iter().filter(|e| e.on > first.on).copied().collect();
    let owed = a.every(*first, a.limit(first.on), |e| a.limit(e.on), &later, span.ended());
    owed.into_iter().filter_map(|o| a.while_known(span, matter, o)).collect()
}
/// The child seen again and again, as often as the plan says, else as often as the council's norm does.
fn visits<T>(a: &Asked, span: &Span<T>, matter: Matter) -> Vec<Owed> {
    let agreed = super::view::facts(a.h).filter_map(|(k, f)| match f {
        Fact::VisitIntervalAgreed { working_days } if span.holds(k.happened) => Some((k.happened, *working_days)),
        _ => None,
    });
    let agreed: Vec<_> = agreed.collect();
    let interval = |on| match agreed.iter().rev().find(|i| i.0 <= on) {
        Some((_, working_days)) => crate::clock::Limit(*working_days, crate::clock::Unit::WorkingDays),
        None => a.limit(on),
    };
    let first = interval(span.began.on);
    let owed = a.every(span.began, first, |e| interval(e.on), a.h.visits(), span.ended());
    owed.into_iter().filter_map(|o| a.while_known(span, matter, o)).collect()
}

// How cases tell their stories.
fn discussion(agencies: &[Agency], enquiry_begins: bool) -> Fact {
    Fact::StrategyDiscussionHeld { enquiry_begins, agencies: agencies.to_vec(), see_child_by: None }
}
fn enquiry_begins() -> Fact {
    discussion(&[Agency::SocialCare, Agency::Police, Agency::Health], true)
}
fn concluded(outcome: &str) -> Fact {
    Fact::EnquiryConcluded { outcome: outcome.into() }
}
fn conference(kind: Conference, outcome: ConferenceOutcome) -> Fact {
    Fact::ConferenceHeld { kind, outcome, category: Some("NEG".into()) }
}
fn plan_made() -> Fact {
    conference(Conference::Initial, ConferenceOutcome::Plan)
}
fn reviewed() -> Fact {
    conference(Conference::Review, ConferenceOutcome::Plan)
}
fn visit(seen: bool) -> people::Fact {
    people::Fact::Visited(people::Visit { seen, ..people::Visit::default() })
}
/// On a plan since Monday 2 March 2026.
fn on_plan(s: &mut Story) {
    s.on("2026-03-02", plan_made());
}
/// A child in need plan since Monday 2 March 2026.
fn in_need_plan(s: &mut Story) {
    s.on("2026-03-02", Fact::InNeedPlanAgreed);
}
/// A return for 2025-26 says that the child was on a plan on its last day.
fn reported_plan(s: &mut Story) {
    s.on(
        "2026-03-02",
        Fact::ProtectionPlanReported(Box::new(super::reported::ProtectionPlan {
            origin: crate::reported::Origin { return_year: 2026, ..Default::default() },
            cpp_start_date: "2026-03-02".into(),
            ..Default::default()
        })),
    );
}
