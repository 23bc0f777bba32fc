//! The rows of the table of visits for ordinary placements, a clock each.
use super::{episode, foster, into_care, left_care, visits};
use crate::{
    care::{Fact, Placement},
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
            title: "open in the last return; visits are recorded here since, placements are not: nobody knows of a duty",
            told: |s| {
                s.born("2014-05-03").taken_in("2017-05-02", "2015-06-01", episode("2015-06-01", "S C2 U4", "", 2017));
                s.recorded_since(Matter::Visits, "2026-04-01").uncovered(Matter::Placements);
            },
            on: "2026-07-01",
            owed: "",
        },
        Case {
            title: "open in the last return; visits and placements are recorded here since",
            told: |s| {
                s.born("2014-05-03").taken_in("2017-05-02", "2015-06-01", episode("2015-06-01", "S C2 U4", "", 2017));
                s.recorded_since(Matter::Visits, "2026-04-01").recorded_since(Matter::Placements, "2017-04-01");
            },
            on: "2026-07-01",
            owed: "due 2026-05-13 overdue",
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
/// The child was visited and seen.
pub(super) fn seen() -> people::Fact {
    people::Fact::Visited(Visit { seen: true, ..Visit::default() })
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
