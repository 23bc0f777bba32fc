//! The clock of the record itself: glass that was broken is looked at by somebody else.
use super::{Fact, openings};
use crate::{
    case::{Case, Story},
    clock::{Asked, Clock, Kind, Limit, Matter, Owed, Unit},
    day::{date, start_of},
    fact::Id,
};

pub const CLOCKS: &[&Clock] = &[&GLASS_REVIEWED];

pub const GLASS_REVIEWED: Clock = Clock {
    code: "B01",
    name: "broken_glass_reviewed",
    title: "Broken glass reviewed",
    starts: "Somebody breaks the glass of a record",
    stops: "A manager who did not break it says whether it was right",
    limit: Limit(2, Unit::WorkingDays),
    kind: Kind::LocalNorm,
    source: "Our own choice: the law sets no number. The Caldicott Principles ask that each access is justified",
    mark: "K-M",
    notes: "Whoever broke the glass neither reviews nor waives it. It is recorded nowhere but here, so whether it was \
            reviewed is always known.",
    stopped_by: Matter::Openings,
    from: None,
    until: None,
    owed: glass_reviewed,
    cases: &[
        Case {
            title: "broken on a Friday night, due on Tuesday",
            told: broken,
            on: "2026-03-10",
            owed: "due 2026-03-10 due soon",
        },
        Case { title: "the day after it is overdue", told: broken, on: "2026-03-11", owed: "due 2026-03-10 overdue" },
        Case {
            title: "in a year whose bank holidays nobody entered",
            told: |s| breaks(s, "2031-03-07T23:10"),
            on: "2031-03-10",
            owed: "not known",
        },
        Case {
            title: "another manager reviewed it on the last day",
            told: |s| {
                broken(s);
                reviewed(s, "2026-03-10T16:00", MANAGER);
            },
            on: "2026-03-12",
            owed: "due 2026-03-10 met 2026-03-10",
        },
        Case {
            title: "a review by whoever broke it is none",
            told: |s| {
                broken(s);
                reviewed(s, "2026-03-09T09:00", BREAKER);
            },
            on: "2026-03-11",
            owed: "due 2026-03-10 overdue",
        },
        Case {
            title: "nor does their waiver count",
            told: |s| {
                broken(s);
                waived(s, BREAKER);
            },
            on: "2026-03-11",
            owed: "due 2026-03-10 overdue",
        },
        Case {
            title: "another manager's does",
            told: |s| {
                broken(s);
                waived(s, MANAGER);
            },
            on: "2026-03-11",
            owed: "due 2026-03-10 waived",
        },
        Case {
            title: "each time is reviewed by itself",
            told: |s| {
                broken(s);
                reviewed(s, "2026-03-09T09:00", MANAGER);
                breaks(s, "2026-03-09T22:00");
            },
            on: "2026-03-10",
            owed: "due 2026-03-10 met 2026-03-09; due 2026-03-11 due soon",
        },
        Case {
            title: "a standard record, opened with a reason",
            told: |s| {
                s.born("2014-05-03").on("2026-03-06T11:00", opened(false));
            },
            on: "2026-03-11",
            owed: "",
        },
    ],
};

fn glass_reviewed(a: &Asked) -> Vec<Owed> {
    let broken = openings(a.h).into_iter().filter(|o| o.glass_broken);
    let owed = broken.map(|o| {
        let owed = a.by(o.event, a.limit(o.event.on), o.reviewed, None);
        Owed { waived: owed.waived.filter(|w| w.who != o.worker), ..owed }
    });
    owed.collect()
}

const BREAKER: Id = Id::from_u128(0xB0);
const MANAGER: Id = Id::from_u128(0xA1);
fn opened(glass_broken: bool) -> Fact {
    let until = start_of(date(2026, 3, 7));
    Fact::Opened { worker: BREAKER, why: "In A&E".into(), until, glass_broken }
}
fn breaks(s: &mut Story, when: &str) {
    s.on(when, opened(true));
}
fn broken(s: &mut Story) {
    s.born("2014-05-03");
    breaks(s, "2026-03-06T23:10");
}
/// The last glass that the story broke.
fn last_opening(s: &Story) -> Id {
    let last = s.facts.iter().rev().find(|k| matches!(k.fact, crate::Fact::People(Fact::Opened { .. })));
    last.map(|k| k.id).unwrap_or_default()
}
fn reviewed(s: &mut Story, when: &str, by: Id) {
    let opening = last_opening(s);
    s.on(when, Fact::OpeningReviewed { opening, justified: true, words: "He was alone there".into() }).by(by);
}
fn waived(s: &mut Story, by: Id) {
    let (clock, started) = (GLASS_REVIEWED.code.into(), date(2026, 3, 6));
    let why = "The record was opened for a drill".into();
    s.on("2026-03-09", crate::Fact::Record(crate::RecordFact::ClockWaived { clock, started, why })).by(by);
}
