//! Core groups: the people who work the plan between conferences.
use super::{after_the_first, conference, on_plan};
use crate::{
    case::{Case, Story},
    clock::{Asked, Clock, Kind, Limit, Matter, Unit},
    fact::{Event, Fact as F},
    protection::{Conference, ConferenceOutcome, Fact, Plan},
    span::Span,
};

pub(super) const FIRST: Clock = Clock {
    code: "P06",
    name: "first_core_group",
    title: "First core group",
    starts: "The conference that made the child protection plan",
    stops: "The core group meets",
    limit: Limit(10, Unit::WorkingDays),
    kind: Kind::StatutoryGuidance,
    source: "Working Together to Safeguard Children",
    mark: "K-H",
    notes: "The end of the plan ends it.",
    stopped_by: Matter::CoreGroups,
    from: None,
    until: None,
    owed: |a| {
        let held = core_groups(a);
        let owed = |s: &Span<Plan>| a.while_known(s, Matter::ProtectionPlans, a.once(s.began, &held, s.ended()));
        a.h.protection().plans.iter().filter_map(owed).collect()
    },
    cases: &[
        Case { title: "On the last day", told: on_plan, on: "2026-03-16", owed: "due 2026-03-16 due soon" },
        Case { title: "The day after", told: on_plan, on: "2026-03-17", owed: "due 2026-03-16 overdue" },
        Case {
            title: "Met in time",
            told: |s| {
                on_plan(s);
                s.on("2026-03-11", Fact::CoreGroupHeld);
            },
            on: "2026-03-17",
            owed: "due 2026-03-16 met 2026-03-11",
        },
        Case {
            title: "The plan ended first",
            told: |s| {
                on_plan(s);
                s.on("2026-03-10", Fact::ProtectionPlanEnded { why: "The child moved away for good".into() });
            },
            on: "2026-03-17",
            owed: "due 2026-03-16 superseded 2026-03-10",
        },
        Case {
            title: "No source says when core groups met",
            told: |s| {
                on_plan(s);
                s.uncovered(Matter::CoreGroups);
            },
            on: "2026-03-17",
            owed: "due 2026-03-16 not known",
        },
    ],
};
pub(super) const LATER: Clock = Clock {
    code: "P07",
    name: "later_core_group",
    title: "Next core group",
    starts: "The last core group",
    limit: Limit(6, Unit::Weeks),
    kind: Kind::LocalNorm,
    source: "Working Together to Safeguard Children, which says: regularly",
    mark: "K-M",
    notes: "Every four to six weeks is common. Counted from the last that was held, not from the last that was due.",
    owed: |a| {
        let held = core_groups(a);
        let plans = a.h.protection().plans.iter();
        plans.flat_map(|s| after_the_first(a, s, Matter::ProtectionPlans, &held)).collect()
    },
    cases: &[
        Case { title: "On the last day", told: met_once, on: "2026-04-22", owed: "due 2026-04-22 due soon" },
        Case { title: "The day after", told: met_once, on: "2026-04-23", owed: "due 2026-04-22 overdue" },
        Case {
            title: "The next counts from the last that was held",
            told: |s| {
                met_once(s);
                s.on("2026-04-24", Fact::CoreGroupHeld);
            },
            on: "2026-05-01",
            owed: "due 2026-04-22 met late 2026-04-24; due 2026-06-05 running",
        },
        Case {
            title: "A review ends the plan, and this with it",
            told: |s| {
                met_once(s);
                s.on("2026-04-20", conference(Conference::Review, ConferenceOutcome::NoPlan));
            },
            on: "2026-05-01",
            owed: "due 2026-04-22 superseded 2026-04-20",
        },
        Case {
            title: "No source says when core groups met",
            told: |s| {
                met_once(s);
                s.uncovered(Matter::CoreGroups);
            },
            on: "2026-04-23",
            owed: "due 2026-04-22 not known",
        },
    ],
    ..FIRST
};
fn core_groups(a: &Asked) -> Vec<Event> {
    a.h.events(|f| matches!(f, F::Protection(Fact::CoreGroupHeld)))
}
fn met_once(s: &mut Story) {
    on_plan(s);
    s.on("2026-03-11", Fact::CoreGroupHeld);
}
