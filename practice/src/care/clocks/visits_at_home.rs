//! The rows of the table of visits for placements that are not ordinary: with a parent, with a
//! connected person not yet approved, on remand.
use super::{
    foster, review,
    visit_clocks::{NEW_PLACEMENT, seen},
};
use crate::{
    care::{Ahead, Fact, Placement},
    case::{Case, Story},
    clock::{Clock, Matter},
};

pub(super) const BEFORE_ASSESSMENT: Clock = Clock {
    code: "V05",
    name: "visit_before_assessment",
    title: "Visits to a child placed with a parent before the assessment",
    starts: "The placement begins; later, the child was visited and seen",
    stops: "The child is visited and seen",
    source: "Care Planning, Placement and Case Review (England) Regulations 2010 reg 28(3), reg 19",
    notes: "Every week until the first review in the placement, then every six weeks, until the assessment is complete.",
    cases: &[
        Case {
            title: "due a week after the placement began",
            told: with_parent,
            on: "2026-03-09",
            owed: "due 2026-03-09 due soon",
        },
        Case { title: "overdue the day after", told: with_parent, on: "2026-03-10", owed: "due 2026-03-09 overdue" },
        Case {
            title: "nobody tells us of visits",
            told: |s| {
                with_parent(s);
                s.uncovered(Matter::Visits);
            },
            on: "2026-03-10",
            owed: "due 2026-03-09 not known",
        },
        Case {
            title: "every week until the first review, then six weeks after the last visit",
            told: |s| {
                with_parent(s);
                s.on("2026-03-06", seen()).on("2026-03-12", seen()).on("2026-03-19", seen()).on("2026-03-25", review());
            },
            on: "2026-04-30",
            owed: "due 2026-03-09 met 2026-03-06; due 2026-03-13 met 2026-03-12; due 2026-03-19 met 2026-03-19; due 2026-04-30 due soon",
        },
        Case {
            title: "a week missed before the review stays missed",
            told: |s| {
                with_parent(s);
                s.on("2026-03-06", seen()).on("2026-03-25", review());
            },
            on: "2026-03-26",
            owed: "due 2026-03-09 met 2026-03-06; due 2026-03-13 superseded 2026-03-25; due 2026-04-17 running",
        },
    ],
    ..NEW_PLACEMENT
};
pub(super) const NOT_YET_APPROVED: Clock = Clock {
    code: "V06",
    name: "visit_not_yet_approved",
    title: "Visits to a child with a connected person not yet approved, or at home under an interim care order",
    starts: "The placement begins; later, the child was visited and seen",
    stops: "The child is visited and seen",
    source: "Care Planning, Placement and Case Review (England) Regulations 2010 reg 28(4), reg 24",
    notes: "Every week until the first review in the placement, then every four weeks.",
    cases: &[
        Case {
            title: "due a week after the placement began",
            told: with_grandmother,
            on: "2026-03-09",
            owed: "due 2026-03-09 due soon",
        },
        Case {
            title: "overdue the day after",
            told: with_grandmother,
            on: "2026-03-10",
            owed: "due 2026-03-09 overdue",
        },
        Case {
            title: "nobody tells us of visits",
            told: |s| {
                with_grandmother(s);
                s.uncovered(Matter::Visits);
            },
            on: "2026-03-10",
            owed: "due 2026-03-09 not known",
        },
        Case {
            title: "four weeks after the first review; ordinary once the carer is approved",
            told: |s| {
                with_grandmother(s);
                s.on("2026-03-09", seen()).on("2026-03-12", review()).on("2026-04-01", seen());
                s.on("2026-04-20", Fact::PlacementAssessed);
            },
            on: "2026-05-01",
            owed: "due 2026-03-09 met 2026-03-09; due 2026-04-06 met 2026-04-01",
        },
        Case {
            title: "at home under an interim care order",
            told: |s| {
                s.born("2014-05-03").on("2026-03-02", Fact::PlacementBegan(at_home("C1"))).on("2026-03-04", seen());
            },
            on: "2026-03-12",
            owed: "due 2026-03-09 met 2026-03-04; due 2026-03-11 overdue",
        },
    ],
    ..NEW_PLACEMENT
};
pub(super) const CARE_ORDER_AT_HOME: Clock = Clock {
    code: "V07",
    name: "visit_care_order_at_home",
    title: "Visits to a child under a care order who lives with a parent",
    starts: "The care order is made, or the child comes to live with the parent; later, the child was visited and seen",
    stops: "The child is visited and seen",
    source: "Care Planning, Placement and Case Review (England) Regulations 2010 reg 28(5)",
    notes: "Within a week, then every six weeks.",
    cases: &[
        Case {
            title: "due a week after the order",
            told: order_at_home,
            on: "2026-04-08",
            owed: "due 2026-04-08 due soon",
        },
        Case { title: "overdue the day after", told: order_at_home, on: "2026-04-09", owed: "due 2026-04-08 overdue" },
        Case {
            title: "nobody tells us of visits",
            told: |s| {
                order_at_home(s);
                s.uncovered(Matter::Visits);
            },
            on: "2026-04-09",
            owed: "due 2026-04-08 not known",
        },
        Case {
            title: "then every six weeks",
            told: |s| {
                order_at_home(s);
                s.on("2026-04-07", seen());
            },
            on: "2026-05-20",
            owed: "due 2026-04-08 met 2026-04-07; due 2026-05-19 overdue",
        },
        Case {
            title: "home from foster carers under an order made long before",
            told: |s| {
                s.born("2014-05-03").on("2025-03-03", Fact::PlacementBegan(foster("C2")));
                s.on("2026-03-02", Fact::PlacementBegan(at_home("")));
            },
            on: "2026-03-09",
            owed: "due 2026-03-09 due soon",
        },
    ],
    ..NEW_PLACEMENT
};
pub(super) const REMANDED: Clock = Clock {
    code: "V10",
    name: "visit_remanded",
    title: "First visit to a child remanded to youth detention accommodation",
    starts: "A remanded child is placed in youth detention accommodation",
    stops: "The child is visited and seen",
    source: "Care Planning, Placement and Case Review (England) Regulations 2010 Part 8A (reg 47A to 47F)",
    mark: "K-M",
    notes: "Looked after from the first minute (Legal Aid, Sentencing and Punishment of Offenders Act 2012 s104). Later \
            visits as in any placement; the detention placement plan is due within 10 working days.",
    cases: &[
        Case {
            title: "due a week after the remand",
            told: remanded,
            on: "2026-03-09",
            owed: "due 2026-03-09 due soon",
        },
        Case { title: "overdue the day after", told: remanded, on: "2026-03-10", owed: "due 2026-03-09 overdue" },
        Case {
            title: "nobody tells us of visits",
            told: |s| {
                remanded(s);
                s.uncovered(Matter::Visits);
            },
            on: "2026-03-10",
            owed: "due 2026-03-09 not known",
        },
        Case {
            title: "the remand ended in time",
            told: |s| {
                remanded(s);
                s.on("2026-03-05", Fact::CeasedToBeLookedAfter { reason: "E14".into() });
            },
            on: "2026-03-10",
            owed: "due 2026-03-09 superseded 2026-03-05",
        },
    ],
    ..NEW_PLACEMENT
};

fn at_home(legal_status: &str) -> Placement {
    Placement { place: "P1".into(), provider: Some("PR0".into()), ..foster(legal_status) }
}
fn with_parent(s: &mut Story) {
    let placement = Placement { ahead_of_assessment: Some(Ahead::Regulation19), ..at_home("C1") };
    s.born("2014-05-03").on("2026-03-02", Fact::PlacementBegan(placement));
}
fn with_grandmother(s: &mut Story) {
    let placement = Placement { place: "U3".into(), ahead_of_assessment: Some(Ahead::Regulation24), ..foster("V2") };
    s.born("2014-05-03").on("2026-03-02", Fact::PlacementBegan(placement));
}
fn order_at_home(s: &mut Story) {
    s.born("2014-05-03").on("2026-03-02", Fact::PlacementBegan(at_home("C1")));
    s.on("2026-04-01", Fact::LegalStatusChanged { legal_status: "C2".into() });
}
fn remanded(s: &mut Story) {
    let placement = Placement { place: "R5".into(), provider: None, ..foster("J1") };
    s.born("2009-05-03").on("2026-03-02", Fact::PlacementBegan(placement));
}
