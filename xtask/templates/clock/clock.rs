//! {title}: say in a line what this clock protects.
use crate::{
    case::{Case, Story},
    clock::{Clock, Kind, Limit, Matter, Unit},
    people::Fact,
};

pub(super) const {NAME}: Clock = Clock {
    code: "{code}",
    name: "{name}",
    title: "{title}",
    starts: "Say what starts it, in the words of its source",
    stops: "Say what stops it",
    limit: Limit(10, Unit::WorkingDays),
    kind: Kind::LocalNorm,
    source: "Name the Act and section, the regulation, or the paragraph of the guidance",
    mark: "K-L",
    notes: "",
    stopped_by: Matter::Visits,
    from: None,
    until: None,
    owed: |a| {
        let starts = a.h.events(|f| matches!(f, crate::Fact::People(Fact::Registered(_))));
        starts.into_iter().map(|start| a.once(start, a.h.visits(), None)).collect()
    },
    cases: &[
        Case { title: "On the last day it is not late", told, on: "2026-03-16", owed: "due 2026-03-16 due soon" },
        Case { title: "The day after, it is", told, on: "2026-03-17", owed: "due 2026-03-16 overdue" },
        Case {
            title: "No source says",
            told: |s| {
                told(s);
                s.uncovered(Matter::Visits);
            },
            on: "2026-03-17",
            owed: "due 2026-03-16 not known",
        },
    ],
};

fn told(s: &mut Story) {
    s.on("2026-03-02", Fact::Registered(Default::default())); // a Monday
}
