//! The clocks of the table of visits, one a row.
use super::{foster, into_care, left_care, review, visits};
use crate::{
    care::{Ahead, Fact, Placement},
    case::{Case, Story},
    clock::{Clock, Kind, Limit, Matter, Unit},
    people::{self, Visit},
};

pub(super) const NEW_PLACEMENT: Clock = Clock {
    code: "V01",
    name: "visit_new_placement",
    title: "Visit to a child in a new placement",
    starts: "A placement begins",
    stops: "The child is visited and seen",
    limit: Limit(1, Unit::Weeks),
    kind: Kind::Regulation,
    source: "Care Planning, Placement and Case Review (England) Regulations 2010 reg 28(2)(a)",
    mark: "F",
    notes: "Again on every move, into a temporary placement and back from it too. A visit counts only when the child \
            was seen. Where another row of the table applies (with a parent, a connected person, on remand) the \
            first visit is that row's.",
    stopped_by: Matter::Visits,
    from: None,
    until: None,
    owed: visits::owed,
    cases: &[
        Case {
            title: "due a week after the placement began",
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
            title: "nobody tells us of visits",
            told: |s| {
                into_care(s, "2026-03-02");
                s.uncovered(Matter::Visits);
            },
            on: "2026-03-10",
            owed: "due 2026-03-09 not known",
        },
        Case {
            title: "nobody opened the door: not a visit",
            told: |s| {
                into_care(s, "2026-03-02");
                s.on("2026-03-06", people::Fact::Visited(Visit::default()));
            },
            on: "2026-03-10",
            owed: "due 2026-03-09 overdue",
        },
        Case {
            title: "the day of the move counts, and another move starts another week",
            told: |s| {
                into_care(s, "2026-03-02");
                s.on("2026-03-02", seen()).on("2026-03-20", Fact::PlacementBegan(foster("")));
            },
            on: "2026-03-28",
            owed: "due 2026-03-09 met 2026-03-02; due 2026-03-27 overdue",
        },
        Case {
            title: "seen in the old placement on the morning of the move",
            told: |s| {
                into_care(s, "2026-03-02");
                s.on("2026-03-06T09:00", seen()).on("2026-03-06T14:00", Fact::PlacementBegan(foster("")));
            },
            on: "2026-03-07",
            owed: "due 2026-03-09 met 2026-03-06; due 2026-03-13 running",
        },
        Case {
            title: "moved, then home, before anybody came",
            told: |s| {
                into_care(s, "2026-03-02");
                s.on("2026-03-05", Fact::PlacementBegan(foster(""))).on("2026-03-10", left_care());
            },
            on: "2026-03-20",
            owed: "due 2026-03-09 superseded 2026-03-05; due 2026-03-12 superseded 2026-03-10",
        },
        Case {
            title: "another legal status is not a move",
            told: |s| {
                into_care(s, "2026-03-02");
                s.on("2026-03-04", seen()).on("2026-03-10", Fact::LegalStatusChanged { legal_status: "C1".into() });
            },
            on: "2026-03-20",
            owed: "due 2026-03-09 met 2026-03-04",
        },
    ],
};
pub(super) const FIRST_YEAR: Clock = Clock {
    code: "V02",
    name: "visit_first_year",
    title: "Visits in the first year of a placement",
    starts: "The child was visited and seen, in the first year of the placement",
    stops: "The child is visited and seen again",
    limit: Limit(6, Unit::Weeks),
    source: "Care Planning, Placement and Case Review (England) Regulations 2010 reg 28(2)(b)",
    notes: "A temporary move (T0 to T4) that ends where it began does not start the year again. The visit after the \
            last one of the year is still owed within six weeks of it.",
    cases: &[
        Case {
            title: "due six weeks after the last",
            told: seen_once,
            on: "2026-04-16",
            owed: "due 2026-04-16 due soon",
        },
        Case { title: "overdue the day after", told: seen_once, on: "2026-04-17", owed: "due 2026-04-16 overdue" },
        Case {
            title: "visits are told until the end of March and no longer",
            told: |s| {
                seen_once(s);
                s.told_only(Matter::Visits, "2026-03-01", "2026-03-31");
            },
            on: "2026-04-17",
            owed: "due 2026-04-16 not known",
        },
        Case {
            title: "counted from the visit that was made, not from the one that was due",
            told: |s| {
                seen_once(s);
                s.on("2026-03-24", seen());
            },
            on: "2026-05-05",
            owed: "due 2026-04-16 met 2026-03-24; due 2026-05-05 due soon",
        },
        Case {
            title: "the year ends before the next is due: six weeks still",
            told: |s| long_term(s, "2025-01-06", "2025-12-29"),
            on: "2026-02-10",
            owed: "due 2026-02-09 overdue",
        },
        Case {
            title: "visits are recorded here since April: six weeks from then",
            told: |s| {
                into_care(s, "2025-09-01");
                s.recorded_since(Matter::Visits, "2026-04-01");
            },
            on: "2026-05-14",
            owed: "due 2026-05-13 overdue",
        },
    ],
    ..NEW_PLACEMENT
};
pub(super) const UNTIL_18: Clock = Clock {
    code: "V03",
    name: "visit_until_18",
    title: "Visits after a year, in a placement meant to last until 18",
    starts: "The child was visited and seen, after the first year of the placement",
    stops: "The child is visited and seen again",
    limit: Limit(3, Unit::Months),
    source: "Care Planning, Placement and Case Review (England) Regulations 2010 reg 28(2)(c)(i), amended by SI 2015/495",
    mark: "K-M",
    notes: "With long-term foster carers (U1, U4) and a child who understands and agrees, six months: that number is a \
            norm of the council, because readings of the amendment differ.",
    cases: &[
        Case {
            title: "due three months after the last",
            told: |s| long_term(s, "2025-01-06", "2026-01-12"),
            on: "2026-04-12",
            owed: "due 2026-04-12 due soon",
        },
        Case {
            title: "overdue the day after",
            told: |s| long_term(s, "2025-01-06", "2026-01-12"),
            on: "2026-04-13",
            owed: "due 2026-04-12 overdue",
        },
        Case {
            title: "visits are told until the end of March and no longer",
            told: |s| {
                long_term(s, "2025-01-06", "2026-01-12");
                s.told_only(Matter::Visits, "2025-01-01", "2026-03-31");
            },
            on: "2026-04-13",
            owed: "due 2026-04-12 not known",
        },
        Case {
            title: "a week with other carers at the end of the year does not start it again",
            told: |s| {
                long_term(s, "2025-01-06", "2025-12-16");
                s.on("2025-12-20", Fact::PlacementBegan(Placement { place: "T4".into(), ..foster("") }));
                s.on("2025-12-24", Fact::PlacementBegan(Placement { intended_to_last_to_18: true, ..foster("") }));
                s.on("2025-12-29", seen()).on("2026-01-12", seen());
            },
            on: "2026-04-13",
            owed: "due 2026-04-12 overdue",
        },
        Case {
            title: "a real move does",
            told: |s| {
                long_term(s, "2025-01-06", "2025-12-16");
                s.on(
                    "2025-12-20",
                    Fact::PlacementBegan(Placement { place: "U4".into(), intended_to_last_to_18: true, ..foster("") }),
                );
                s.on("2026-01-12", seen());
            },
            on: "2026-04-13",
            owed: "",
        },
        Case {
            title: "the child, settled long-term, agreed to fewer: six months, from 31 August the last day of February",
            told: |s| {
                s.born("2014-05-03")
                    .on("2025-01-06", Fact::PlacementBegan(Placement { place: "U4".into(), ..foster("C2") }));
                s.on("2026-02-01", Fact::LongTermAgreed { fewer_visits: true }).on("2026-08-31", seen());
            },
            on: "2027-02-28",
            owed: "due 2027-02-28 due soon",
        },
        Case {
            title: "a council that reads the amendment as three months",
            told: |s| {
                s.born("2014-05-03")
                    .on("2025-01-06", Fact::PlacementBegan(Placement { place: "U4".into(), ..foster("C2") }));
                s.on("2026-02-01", Fact::LongTermAgreed { fewer_visits: true }).on("2026-08-31", seen());
                s.norm("long_term_visits", "2026-01-01", 3);
            },
            on: "2026-11-30",
            owed: "due 2026-11-30 due soon",
        },
    ],
    ..NEW_PLACEMENT
};
pub(super) const AFTER_A_YEAR: Clock = Clock {
    code: "V04",
    name: "visit_after_a_year",
    title: "Visits after a year, in any other placement",
    starts: "The child was visited and seen, after the first year of the placement",
    stops: "The child is visited and seen again",
    limit: Limit(6, Unit::Weeks),
    source: "Care Planning, Placement and Case Review (England) Regulations 2010 reg 28(2)(c)(ii)",
    notes: "",
    cases: &[
        Case {
            title: "due six weeks after the last",
            told: |s| settled(s, "2026-01-12"),
            on: "2026-02-23",
            owed: "due 2026-02-23 due soon",
        },
        Case {
            title: "overdue the day after",
            told: |s| settled(s, "2026-01-12"),
            on: "2026-02-24",
            owed: "due 2026-02-23 overdue",
        },
        Case {
            title: "visits are told until the end of January and no longer",
            told: |s| {
                settled(s, "2026-01-12");
                s.told_only(Matter::Visits, "2025-01-01", "2026-01-31");
            },
            on: "2026-02-24",
            owed: "due 2026-02-23 not known",
        },
        Case {
            title: "agreed later to last until 18: three months from the next visit on",
            told: |s| {
                settled(s, "2026-01-12");
                s.on("2026-02-01", Fact::LongTermAgreed { fewer_visits: false }).on("2026-02-20", seen());
            },
            on: "2026-05-01",
            owed: "due 2026-02-23 met 2026-02-20",
        },
    ],
    ..NEW_PLACEMENT
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

pub(super) fn seen() -> people::Fact {
    people::Fact::Visited(Visit { seen: true, ..Visit::default() })
}
fn at_home(legal_status: &str) -> Placement {
    Placement { place: "P1".into(), provider: Some("PR0".into()), ..foster(legal_status) }
}
fn seen_once(s: &mut Story) {
    into_care(s, "2026-03-02");
    s.on("2026-03-05", seen());
}
/// In a foster home meant to last until 18, and seen once.
fn long_term(s: &mut Story, from: &str, visit: &str) {
    let placement = Placement { intended_to_last_to_18: true, ..foster("C2") };
    s.born("2014-05-03").on(from, Fact::PlacementBegan(placement)).on(visit, seen());
}
/// More than a year in a foster home, and seen once.
fn settled(s: &mut Story, visit: &str) {
    s.born("2014-05-03").on("2025-01-06", Fact::PlacementBegan(foster("C2"))).on(visit, seen());
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
