//! When a child has died or was seriously harmed: tell the Panel, review at once, and learn.
use super::Fact;
use crate::{
    case::{Case, Story},
    clock::{Asked, Clock, Kind, Limit, Matter, Owed, Unit},
    fact::Fact as F,
};

pub(super) const NOTIFY: Clock = Clock {
    code: "P16",
    name: "serious_incident",
    title: "Tell the Panel of a serious incident",
    starts: "We learn that a child died or was seriously harmed and abuse or neglect is known or suspected",
    stops: "The Child Safeguarding Practice Review Panel is notified",
    limit: Limit(5, Unit::WorkingDays),
    kind: Kind::Statute,
    source: "Children Act 2004 s16C; Working Together to Safeguard Children",
    mark: "K-H",
    notes: "The duty is in the Act, the five working days in the guidance.",
    stopped_by: Matter::SeriousIncidents,
    from: None,
    until: None,
    owed: |a| after(a, |f| *f == Fact::SeriousIncidentLearned, |f| *f == Fact::SeriousIncidentNotified),
    cases: &[
        Case { title: "On the last day", told: learned, on: "2026-03-09", owed: "due 2026-03-09 due soon" },
        Case { title: "The day after", told: learned, on: "2026-03-10", owed: "due 2026-03-09 overdue" },
        Case { title: "Notified in time", told: notified, on: "2026-03-10", owed: "due 2026-03-09 met 2026-03-06" },
        Case {
            title: "No source says what the Panel was told",
            told: |s| {
                learned(s);
                s.uncovered(Matter::SeriousIncidents);
            },
            on: "2026-03-10",
            owed: "due 2026-03-09 not known",
        },
    ],
};
pub(super) const RAPID_REVIEW: Clock = Clock {
    code: "P17",
    name: "rapid_review",
    title: "Rapid review",
    starts: "The Panel is notified of a serious incident",
    stops: "The rapid review is sent to the Panel",
    limit: Limit(15, Unit::WorkingDays),
    kind: Kind::StatutoryGuidance,
    source: "Working Together to Safeguard Children; guidance of the Panel",
    mark: "K-M",
    notes: "It says whether there should be a local child safeguarding practice review.",
    owed: |a| after(a, |f| *f == Fact::SeriousIncidentNotified, |f| *f == Fact::RapidReviewSent),
    cases: &[
        Case { title: "On the last day", told: notified, on: "2026-03-27", owed: "due 2026-03-27 due soon" },
        Case { title: "The day after", told: notified, on: "2026-03-28", owed: "due 2026-03-27 overdue" },
        Case {
            title: "Sent in time",
            told: |s| {
                notified(s);
                s.on("2026-03-26", Fact::RapidReviewSent);
            },
            on: "2026-03-28",
            owed: "due 2026-03-27 met 2026-03-26",
        },
        Case {
            title: "No source says what the Panel was sent",
            told: |s| {
                notified(s);
                s.uncovered(Matter::SeriousIncidents);
            },
            on: "2026-03-28",
            owed: "due 2026-03-27 not known",
        },
    ],
    ..NOTIFY
};
pub(super) const LEARNING_REVIEW: Clock = Clock {
    code: "P18",
    name: "learning_review",
    title: "Publish the practice review",
    starts: "The decision to hold a local child safeguarding practice review",
    stops: "Its report is published",
    limit: Limit(6, Unit::Months),
    kind: Kind::StatutoryGuidance,
    source: "Working Together to Safeguard Children",
    notes: "A decision to hold none starts nothing.",
    owed: |a| after(a, |f| *f == Fact::LearningReviewDecided { held: true }, |f| *f == Fact::LearningReviewPublished),
    cases: &[
        Case {
            title: "On the last day",
            told: |s| decided(s, true),
            on: "2026-09-30",
            owed: "due 2026-09-30 due soon",
        },
        Case { title: "The day after", told: |s| decided(s, true), on: "2026-10-01", owed: "due 2026-09-30 overdue" },
        Case { title: "None is to be held", told: |s| decided(s, false), on: "2026-10-01", owed: "" },
        Case {
            title: "Published late",
            told: |s| {
                decided(s, true);
                s.on("2026-10-05", Fact::LearningReviewPublished);
            },
            on: "2026-11-01",
            owed: "due 2026-09-30 met late 2026-10-05",
        },
        Case {
            title: "No source says what was published",
            told: |s| {
                decided(s, true);
                s.uncovered(Matter::SeriousIncidents);
            },
            on: "2026-10-01",
            owed: "due 2026-09-30 not known",
        },
    ],
    ..NOTIFY
};

fn after(a: &Asked, starts: impl Fn(&Fact) -> bool, stops: impl Fn(&Fact) -> bool) -> Vec<Owed> {
    let stops = a.h.events(|f| matches!(f, F::Protection(f) if stops(f)));
    let starts = a.h.events(|f| matches!(f, F::Protection(f) if starts(f)));
    starts.into_iter().map(|e| a.once(e, &stops, None)).collect()
}
fn learned(s: &mut Story) {
    s.on("2026-03-02", Fact::SeriousIncidentLearned);
}
fn notified(s: &mut Story) {
    learned(s);
    s.on("2026-03-06", Fact::SeriousIncidentNotified);
}
fn decided(s: &mut Story, held: bool) {
    notified(s);
    s.on("2026-03-30", Fact::LearningReviewDecided { held });
}
