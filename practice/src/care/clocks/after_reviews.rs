//! What follows a review: its decisions sent, and a check before the next.
use super::{first_held, foster, left_care, review, second_held};
use crate::{
    asked::Ended,
    care::{Fact, while_known},
    case::Case,
    clock::{Asked, Clock, Kind, Limit, Matter, Met, Owed, Unit},
    fact::{Event, Fact as F},
};

pub(super) const DECISIONS: Clock = Clock {
    code: "L07",
    name: "review_decisions",
    title: "Decisions of a review sent",
    starts: "A review is completed",
    stops: "The decisions are sent to the social worker and the manager",
    limit: Limit(5, Unit::WorkingDays),
    kind: Kind::StatutoryGuidance,
    source: "IRO Handbook",
    mark: "K-M",
    notes: "The whole record within 15 working days, given out within 20; the manager has 5 working days to dispute a decision.",
    stopped_by: Matter::ReviewRecords,
    from: None,
    until: None,
    owed: decisions,
    cases: &[
        Case {
            title: "due on the fifth working day",
            told: first_held,
            on: "2026-04-01",
            owed: "due 2026-04-01 due soon",
        },
        Case { title: "overdue the day after", told: first_held, on: "2026-04-02", owed: "due 2026-04-01 overdue" },
        Case {
            title: "a return tells of reviews, not of what was sent",
            told: |s| {
                first_held(s);
                s.uncovered(Matter::ReviewRecords);
            },
            on: "2026-04-02",
            owed: "due 2026-04-01 not known",
        },
        Case {
            title: "sent after the child went home, and each review needs its own",
            told: |s| {
                first_held(s);
                s.on("2026-03-30", left_care()).on("2026-03-31", Fact::ReviewDecisionsSent);
                s.on("2026-06-01", Fact::PlacementBegan(foster("V2"))).on("2026-06-22", review());
            },
            on: "2026-06-30",
            owed: "due 2026-04-01 met 2026-03-31; due 2026-06-29 overdue",
        },
    ],
};
fn decisions(a: &Asked) -> Vec<Owed> {
    let sent = a.h.events(|f| matches!(f, F::Care(Fact::ReviewDecisionsSent)));
    let held = a.h.reviews();
    let next = |n: usize| held.get(n + 1).map(|r| r.on);
    let mut owed = vec![];
    for (n, r) in held.iter().enumerate() {
        let stop = sent.iter().find(|e| e.on >= r.on && next(n).is_none_or(|next| e.on < next)).copied();
        owed.push(a.by(*r, a.limit(r.on), stop, None));
    }
    owed
}

pub(super) const MIDWAY: Clock = Clock {
    code: "L08",
    name: "midway_check",
    title: "Reviewing officer's check between reviews",
    starts: "A review is completed",
    stops: "The reviewing officer checks progress",
    limit: Limit(3, Unit::Months),
    kind: Kind::LocalNorm,
    source: "IRO Handbook, midway review; the number is the council's own",
    mark: "K-M",
    notes: "Ends with the next review.",
    stopped_by: Matter::ReviewRecords,
    from: None,
    until: None,
    owed: midway,
    cases: &[
        Case {
            title: "due three months after the review",
            told: second_held,
            on: "2026-09-10",
            owed: "due 2026-06-25 superseded 2026-06-10; due 2026-09-10 due soon",
        },
        Case {
            title: "overdue the day after",
            told: second_held,
            on: "2026-09-11",
            owed: "due 2026-06-25 superseded 2026-06-10; due 2026-09-10 overdue",
        },
        Case {
            title: "nobody tells us what happens between reviews",
            told: |s| {
                first_held(s);
                s.uncovered(Matter::ReviewRecords);
            },
            on: "2026-06-26",
            owed: "due 2026-06-25 not known",
        },
        Case {
            title: "made in time, under a shorter norm of the council's own",
            told: |s| {
                first_held(s);
                s.norm("L08", "2026-01-01", 2).on("2026-05-20", Fact::MidwayCheckMade);
            },
            on: "2026-06-01",
            owed: "due 2026-05-25 met 2026-05-20",
        },
    ],
};
fn midway(a: &Asked) -> Vec<Owed> {
    let made = a.h.events(|f| matches!(f, F::Care(Fact::MidwayCheckMade)));
    let held = a.h.reviews();
    let mut owed = vec![];
    for p in &a.h.care().periods {
        let within: Vec<&Event> = held.iter().filter(|r| p.holds(r.on)).collect();
        for (n, r) in within.iter().enumerate() {
            let next = within.get(n + 1).map(|r| Ended { on: r.on, why: "The next review was held" });
            owed.extend(while_known(a, p.known_until(), a.once(**r, &made, next.or(p.duty_ended()))));
        }
    }
    // One check answers the review before it, not an older one that another review has followed.
    owed.retain(|o| !matches!(o.met, Met::By(e) if held.iter().any(|r| o.start.on < r.on && r.on < e.on)));
    owed
}
