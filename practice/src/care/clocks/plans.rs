//! The plans that a placement starts, and who will review them.
use super::{foster, into_care, left_care};
use crate::{
    care::{Fact, PeriodOfCare, Placed, while_known},
    case::Case,
    clock::{Asked, Clock, Kind, Limit, Matter, Owed, Unit},
    fact::{Event, Fact as F},
    people,
};

pub(super) const PLACEMENT_PLAN: Clock = Clock {
    code: "L01",
    name: "placement_plan",
    title: "Placement plan",
    starts: "A placement begins",
    stops: "The placement plan is agreed with, and signed by, the appropriate person",
    limit: Limit(5, Unit::WorkingDays),
    kind: Kind::Regulation,
    source: "Care Planning, Placement and Case Review (England) Regulations 2010 reg 9",
    mark: "K-H",
    notes: "Before the placement, or within 5 working days of its start where that is not practicable. Not for \
            temporary moves (T0 to T4), which end where they began, nor for short breaks under reg 48.",
    stopped_by: Matter::PlacementPlans,
    from: None,
    until: None,
    owed: placement_plan,
    cases: &[
        Case {
            title: "due on the fifth working day",
            told: |s| into_care(s, "2026-03-02"),
            on: "2026-03-09",
            owed: "due 2026-03-09 due soon",
        },
        Case {
            title: "overdue the day after",
            told: |s| into_care(s, "2026-03-02"),
            on: "2026-03-10",
            owed: "due 2026-03-09 overdue",
        },
        Case {
            title: "nobody tells us of placement plans",
            told: |s| {
                into_care(s, "2026-03-02");
                s.uncovered(Matter::PlacementPlans);
            },
            on: "2026-03-10",
            owed: "due 2026-03-09 not known",
        },
        Case {
            title: "signed before the child moved in",
            told: |s| {
                s.on("2026-02-27", Fact::PlacementPlanSigned { ahead: true });
                into_care(s, "2026-03-02");
            },
            on: "2026-03-10",
            owed: "due 2026-03-09 met 2026-02-27",
        },
        Case {
            title: "the plan of one placement does not serve the next",
            told: |s| {
                into_care(s, "2026-03-02");
                s.on("2026-03-04", Fact::PlacementPlanSigned { ahead: false })
                    .on("2026-03-05", Fact::PlacementBegan(foster("")));
            },
            on: "2026-03-13",
            owed: "due 2026-03-09 met 2026-03-04; due 2026-03-12 overdue",
        },
        Case {
            title: "signed ahead of a move, in the old placement",
            told: |s| {
                into_care(s, "2026-03-02");
                s.on("2026-03-04", Fact::PlacementPlanSigned { ahead: true })
                    .on("2026-03-05", Fact::PlacementBegan(foster("")));
            },
            on: "2026-03-10",
            owed: "due 2026-03-09 superseded 2026-03-05; due 2026-03-12 met 2026-03-04",
        },
        Case {
            title: "a stay in hospital needs none",
            told: |s| {
                into_care(s, "2026-03-02");
                s.on("2026-03-04", Fact::PlacementPlanSigned { ahead: false });
                s.on("2026-03-05", Fact::PlacementBegan(crate::care::Placement { place: "T1".into(), ..foster("") }));
            },
            on: "2026-03-20",
            owed: "due 2026-03-09 met 2026-03-04",
        },
    ],
};
fn placement_plan(a: &Asked) -> Vec<Owed> {
    let signed =
        |want: bool| a.h.events(|f| matches!(f, F::Care(Fact::PlacementPlanSigned { ahead }) if *ahead == want));
    let (during, ahead) = (signed(false), signed(true));
    let placed: Vec<&Placed> = a.h.placed().iter().filter(|p| !p.temporary() && !p.short_breaks).collect();
    let mut owed = vec![];
    for (n, p) in placed.iter().enumerate() {
        let since = n.checked_sub(1).map(|before| placed[before].began.on);
        let before = ahead.iter().find(|e| since.is_none_or(|s| e.on >= s) && e.on <= p.began.on);
        let after = during.iter().find(|e| p.holds(e.on));
        let plan = a.by(p.began, a.limit(p.began.on), before.or(after).copied(), p.ended);
        owed.extend(while_known(a, p.known_until(), plan));
    }
    owed
}

pub(super) const CARE_PLAN: Clock = Clock {
    code: "L02",
    name: "care_plan",
    title: "Care plan",
    starts: "The first placement of a period of care begins",
    stops: "The care plan is prepared",
    limit: Limit(10, Unit::WorkingDays),
    kind: Kind::Regulation,
    source: "Care Planning, Placement and Case Review (England) Regulations 2010 reg 4(2)",
    mark: "K-H",
    notes: "Before the first placement, or within 10 working days of its start where that is not practicable. Where \
            a court is asked for a care order the plan follows the court's timetable (Children Act 1989 s31A): \
            nothing is owed here while the child came in under a care order, interim or full.",
    stopped_by: Matter::CarePlans,
    from: None,
    until: None,
    owed: care_plan,
    cases: &[
        Case {
            title: "due on the tenth working day",
            told: |s| into_care(s, "2026-03-02"),
            on: "2026-03-16",
            owed: "due 2026-03-16 due soon",
        },
        Case {
            title: "overdue the day after",
            told: |s| into_care(s, "2026-03-02"),
            on: "2026-03-17",
            owed: "due 2026-03-16 overdue",
        },
        Case {
            title: "nobody tells us of care plans",
            told: |s| {
                into_care(s, "2026-03-02");
                s.uncovered(Matter::CarePlans);
            },
            on: "2026-03-17",
            owed: "due 2026-03-16 not known",
        },
        Case {
            title: "prepared before the first placement",
            told: |s| {
                s.on("2026-02-20", Fact::CarePlanPrepared);
                into_care(s, "2026-03-02");
            },
            on: "2026-03-17",
            owed: "due 2026-03-16 met 2026-02-20",
        },
        Case {
            title: "a move does not ask for another, a return to care does",
            told: |s| {
                into_care(s, "2026-03-02");
                s.on("2026-03-10", Fact::CarePlanPrepared).on("2026-03-20", Fact::PlacementBegan(foster("")));
                s.on("2026-04-20", left_care()).on("2026-06-01", Fact::PlacementBegan(foster("V2")));
            },
            on: "2026-06-16",
            owed: "due 2026-03-16 met 2026-03-10; due 2026-06-15 overdue",
        },
        Case {
            title: "in proceedings the court sets the time",
            told: |s| {
                s.born("2014-05-03").on("2026-03-02", Fact::PlacementBegan(foster("C1")));
            },
            on: "2026-03-17",
            owed: "",
        },
    ],
};
fn care_plan(a: &Asked) -> Vec<Owed> {
    let prepared = a.h.events(|f| matches!(f, F::Care(Fact::CarePlanPrepared)));
    let periods = &a.h.care().periods;
    let mut owed = vec![];
    for (n, p) in periods.iter().enumerate().filter(|(_, p)| !p.short_breaks) {
        if matches!(p.episodes[0].legal_status(), "C1" | "C2" | "D1" | "E1") {
            continue;
        }
        let since = n.checked_sub(1).and_then(|before| periods[before].until());
        let stop = prepared.iter().find(|e| since.is_none_or(|s| e.on >= s) && p.until().is_none_or(|u| e.on <= u));
        let plan = a.by(p.began(), a.limit(p.began().on), stop.copied(), p.duty_ended());
        owed.extend(while_known(a, p.known_until(), plan));
    }
    owed
}

pub(super) const REVIEWING_OFFICER: Clock = Clock {
    code: "L09",
    name: "reviewing_officer",
    title: "Independent reviewing officer named",
    starts: "The child becomes looked after",
    stops: "A reviewing officer is allocated to the child",
    limit: Limit(5, Unit::WorkingDays),
    kind: Kind::StatutoryGuidance,
    source: "IRO Handbook; Children Act 1989 s25A",
    mark: "K-M",
    notes: "The Act asks for a named person and sets no day; the handbook asks for five working days. Short breaks count.",
    stopped_by: Matter::ReviewingOfficers,
    from: None,
    until: None,
    owed: reviewing_officer,
    cases: &[
        Case {
            title: "due on the fifth working day",
            told: |s| into_care(s, "2026-03-02"),
            on: "2026-03-09",
            owed: "due 2026-03-09 due soon",
        },
        Case {
            title: "overdue the day after",
            told: |s| into_care(s, "2026-03-02"),
            on: "2026-03-10",
            owed: "due 2026-03-09 overdue",
        },
        Case {
            title: "nobody tells us who reviews",
            told: |s| {
                into_care(s, "2026-03-02");
                s.uncovered(Matter::ReviewingOfficers);
            },
            on: "2026-03-10",
            owed: "due 2026-03-09 not known",
        },
        Case {
            title: "a social worker is not a reviewing officer",
            told: |s| {
                into_care(s, "2026-03-02");
                s.on("2026-03-03", allocated(people::Part::Worker))
                    .on("2026-03-10", allocated(people::Part::ReviewingOfficer));
            },
            on: "2026-03-11",
            owed: "due 2026-03-09 met late 2026-03-10",
        },
        Case {
            title: "back in care with the officer of last time still named",
            told: |s| {
                into_care(s, "2026-03-02");
                s.on("2026-03-05", allocated(people::Part::ReviewingOfficer)).on("2026-04-20", left_care());
                s.on("2026-06-01", Fact::PlacementBegan(foster("V2")));
            },
            on: "2026-06-02",
            owed: "due 2026-03-09 met 2026-03-05; due 2026-06-08 met 2026-06-01",
        },
    ],
};
fn allocated(part: people::Part) -> people::Fact {
    people::Fact::Allocated { worker: crate::Id::from_u128(7), team: crate::Id::from_u128(8), part, why: None }
}
fn reviewing_officer(a: &Asked) -> Vec<Owed> {
    use people::Part::ReviewingOfficer;
    let named = a.h.events(|f| matches!(f, F::People(people::Fact::Allocated { part: ReviewingOfficer, .. })));
    let ended = a.h.events(|f| matches!(f, F::People(people::Fact::AllocationEnded { part: ReviewingOfficer, .. })));
    let periods = a.h.care().periods.iter();
    let stop = |began: Event| {
        let still =
            named.iter().rfind(|e| e.on < began.on).filter(|n| !ended.iter().any(|e| n.on <= e.on && e.on <= began.on));
        still.map(|e| e.on(began.on)).or(named.iter().find(|e| e.on >= began.on).copied())
    };
    let owed = |p: &PeriodOfCare| a.by(p.began(), a.limit(p.began().on), stop(p.began()), p.duty_ended());
    periods.filter_map(|p| while_known(a, p.known_until(), owed(p))).collect()
}
