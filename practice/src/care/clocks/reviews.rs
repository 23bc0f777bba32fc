//! Reviews (Care Planning Regulations 2010 Part 6) and what follows them.
use super::{episode, first_held, foster, into_care, left_care, review, second_held};
use crate::{
    care::{Fact, PeriodOfCare, breaks_series, in_each_period, while_known},
    case::{Case, Story},
    clock::{Asked, Clock, Kind, Limit, Matter, Owed, Unit},
    fact::Event,
};

const REG_33: &str = "Care Planning, Placement and Case Review (England) Regulations 2010 reg 33";

pub(super) const FIRST: Clock = Clock {
    code: "L03",
    name: "first_review",
    title: "First review of a looked after child",
    starts: "The child becomes looked after",
    stops: "The first review is completed",
    limit: Limit(20, Unit::WorkingDays),
    kind: Kind::Regulation,
    source: REG_33,
    mark: "F",
    notes: "A child who comes back into care starts again. A review that was adjourned counts on the day it is \
            completed. Short breaks under reg 48 have their own clock (L06).",
    stopped_by: Matter::Reviews,
    from: None,
    until: None,
    owed: reviews,
    cases: &[
        Case {
            title: "due on the twentieth working day",
            told: |s| into_care(s, "2026-03-02"),
            on: "2026-03-30",
            owed: "due 2026-03-30 due soon",
        },
        Case {
            title: "overdue the day after",
            told: |s| into_care(s, "2026-03-02"),
            on: "2026-03-31",
            owed: "due 2026-03-30 overdue",
        },
        Case {
            title: "nobody tells us of reviews",
            told: |s| {
                into_care(s, "2026-03-02");
                s.uncovered(Matter::Reviews);
            },
            on: "2026-03-31",
            owed: "due 2026-03-30 not known",
        },
        Case {
            title: "adjourned on the day it was due, completed late",
            told: |s| {
                into_care(s, "2026-03-02");
                s.on("2026-03-30", Fact::ReviewHeld { participation: "PN1".into(), adjourned: true })
                    .on("2026-04-01", review());
            },
            on: "2026-04-02",
            owed: "due 2026-03-30 met late 2026-04-01",
        },
        Case {
            title: "home before it was due, and back again",
            told: |s| {
                into_care(s, "2026-03-02");
                s.on("2026-03-20", left_care()).on("2026-06-01", Fact::PlacementBegan(foster("V2")));
            },
            on: "2026-06-02",
            owed: "due 2026-03-30 superseded 2026-03-20; due 2026-06-29 running",
        },
        Case {
            title: "in care long before the first return that we hold: its first review is not the child's first",
            told: |s| {
                into_care(s, "2015-06-01");
                s.on("2016-07-04", review()).told_only(Matter::Reviews, "2016-04-01", "2017-03-31");
            },
            on: "2017-03-31",
            owed: "due 2015-06-29 not known",
        },
        Case {
            title: "short breaks have another clock",
            told: |s| short_break(s, "2026-03-02", "2026-03-04"),
            on: "2026-06-30",
            owed: "",
        },
        Case {
            title: "eighteen before it was due",
            told: |s| {
                s.born("2008-03-20").on("2026-03-02", Fact::PlacementBegan(foster("V2")));
            },
            on: "2026-05-01",
            owed: "due 2026-03-30 superseded 2026-03-20",
        },
    ],
};
pub(super) const SECOND: Clock = Clock {
    code: "L04",
    name: "second_review",
    title: "Second review of a looked after child",
    starts: "The first review is completed",
    stops: "The second review is completed",
    limit: Limit(3, Unit::Months),
    notes: "Counted from the first review as it was held, late or not.",
    cases: &[
        Case {
            title: "due three months after the first",
            told: first_held,
            on: "2026-06-25",
            owed: "due 2026-06-25 due soon",
        },
        Case { title: "overdue the day after", told: first_held, on: "2026-06-26", owed: "due 2026-06-25 overdue" },
        Case {
            title: "reviews are told until the end of March and no longer",
            told: |s| {
                first_held(s);
                s.told_only(Matter::Reviews, "2026-03-01", "2026-03-31");
            },
            on: "2026-06-26",
            owed: "due 2026-06-25 not known",
        },
        Case {
            title: "from 30 November it is the last day of February",
            told: |s| {
                into_care(s, "2025-11-10");
                s.on("2025-11-30", review());
            },
            on: "2026-02-28",
            owed: "due 2026-02-28 due soon",
        },
        Case {
            title: "the first that a return tells of is not the child's first, so the next is not the second",
            told: |s| {
                into_care(s, "2015-06-01");
                s.on("2016-07-04", review()).told_only(Matter::Reviews, "2016-04-01", "2017-03-31");
            },
            on: "2017-03-31",
            owed: "",
        },
    ],
    ..FIRST
};
pub(super) const LATER: Clock = Clock {
    code: "L05",
    name: "later_review",
    title: "Later reviews of a looked after child",
    starts: "A review, the second or later, is completed",
    stops: "The next review is completed",
    limit: Limit(6, Unit::Months),
    notes: "Earlier where the reviewing officer asks; where reg 30 applies; before accommodation under s21(2)(b) or \
            (c) or custody ends; and before accommodation ends of a child without a care order and without a \
            parent's home to go to.",
    cases: &[
        Case {
            title: "due six months after the last",
            told: second_held,
            on: "2026-12-10",
            owed: "due 2026-12-10 due soon",
        },
        Case { title: "overdue the day after", told: second_held, on: "2026-12-11", owed: "due 2026-12-10 overdue" },
        Case {
            title: "reviews are told until the end of March and no longer",
            told: |s| {
                second_held(s);
                s.told_only(Matter::Reviews, "2026-03-01", "2026-06-30");
            },
            on: "2026-12-11",
            owed: "due 2026-12-10 not known",
        },
        Case {
            title: "31 August and six months is the last day of February, and the next is counted from the day it was held",
            told: |s| {
                into_care(s, "2026-04-13");
                s.on("2026-05-05", review())
                    .on("2026-08-04", review())
                    .on("2026-08-31", review())
                    .on("2027-02-01", review());
            },
            on: "2027-02-28",
            owed: "due 2027-02-04 met 2026-08-31; due 2027-02-28 met 2027-02-01; due 2027-08-01 running",
        },
        Case {
            title: "a return that tells of no review all year shows a breach in that year, and nothing after it",
            told: |s| {
                into_care(s, "2012-06-01");
                s.told_only(Matter::Reviews, "2016-04-01", "2017-03-31");
            },
            on: "2026-05-01",
            owed: "due 2016-10-01 overdue",
        },
        Case {
            title: "a return that tells of one: the next fell due after the return ends",
            told: |s| {
                into_care(s, "2012-06-01");
                s.on("2016-09-05", review()).on("2017-03-06", review());
                s.told_only(Matter::Reviews, "2016-04-01", "2017-03-31");
            },
            on: "2026-05-01",
            owed: "due 2016-10-01 met 2016-09-05; due 2017-03-05 met late 2017-03-06; due 2017-09-06 not known",
        },
        Case {
            title: "open in the last return, and reviews are recorded here since: nobody knows whether one is owed",
            told: |s| {
                s.born("2014-05-03").taken_in("2017-05-02", "2015-06-01", episode("2015-06-01", "S C2 U4", "", 2017));
                s.on("2017-02-06", review())
                    .recorded_since(Matter::Reviews, "2017-01-01")
                    .uncovered(Matter::Placements);
            },
            on: "2026-05-01",
            owed: "due 2017-07-01 met 2017-02-06; due 2017-08-06 not known",
        },
        Case {
            title: "nobody is reviewed who is eighteen, whatever was left open",
            told: |s| {
                s.born("2000-02-29").on("2012-06-01", Fact::PlacementBegan(foster("C2")));
                s.on("2017-12-04", review()).told_only(Matter::Reviews, "2017-04-01", "2018-03-31");
            },
            on: "2026-05-01",
            owed: "due 2017-10-01 met late 2017-12-04; due 2018-06-04 superseded 2018-03-01",
        },
    ],
    ..FIRST
};
/// Three clocks, one chain: which of them a review falls under is a matter of how many came before.
fn reviews(a: &Asked) -> Vec<Owed> {
    in_each_period(a, |p| chain(a, p))
}
fn chain(a: &Asked, p: &PeriodOfCare) -> Vec<Owed> {
    let held: Vec<Event> = a.h.reviews().iter().filter(|r| p.began().on <= r.on).copied().collect();
    let first_held = held.first().map(|r| r.on);
    // Where reviews may have been held unseen, nobody can say which was the first or the second.
    let counted = first_held.is_none_or(|first| a.norms.covers(Matter::Reviews, p.began().on, first));
    let then = |from: &Event| match counted && Some(from.on) == first_held {
        true => SECOND.limit,
        false => LATER.limit,
    };
    let code = |n: usize, owed: &Owed| match n {
        0 => FIRST.code,
        _ if counted && Some(owed.start.on) == first_held => SECOND.code,
        _ => LATER.code,
    };
    let all = a.every(p.began(), FIRST.limit, then, &held, p.duty_ended());
    all.into_iter().enumerate().filter(|(n, o)| code(*n, o) == a.clock.code).map(|(_, o)| o).collect()
}

pub(super) const SHORT_BREAKS: Clock = Clock {
    code: "L06",
    name: "short_break_review",
    title: "Reviews in a series of short breaks",
    starts: "The first break of an agreed series begins; later, a review is completed",
    stops: "A review is completed",
    limit: Limit(3, Unit::Months),
    kind: Kind::Regulation,
    source: "Care Planning, Placement and Case Review (England) Regulations 2010 reg 48",
    mark: "K-H",
    notes: "The first within three months, then at intervals of not more than six. A series is with the same people in \
            the same place; no break longer than 17 days; the child goes home after each; not more than 75 days in \
            twelve months. A series that no break has followed for six months has lapsed (our own choice).",
    cases: &[
        Case {
            title: "due three months after the first break",
            told: |s| short_break(s, "2026-03-02", "2026-03-04"),
            on: "2026-06-02",
            owed: "due 2026-06-02 due soon",
        },
        Case {
            title: "overdue the day after",
            told: |s| short_break(s, "2026-03-02", "2026-03-04"),
            on: "2026-06-03",
            owed: "due 2026-06-02 overdue",
        },
        Case {
            title: "nobody tells us of reviews",
            told: |s| {
                short_break(s, "2026-03-02", "2026-03-04");
                s.uncovered(Matter::Reviews);
            },
            on: "2026-06-03",
            owed: "due 2026-06-02 not known",
        },
        Case {
            title: "later breaks are of the same series; later reviews are six months apart",
            told: |s| {
                short_break(s, "2026-03-02", "2026-03-04");
                short_break(s, "2026-05-01", "2026-05-04");
                s.on("2026-05-20", review());
                short_break(s, "2026-08-07", "2026-08-10");
            },
            on: "2026-11-21",
            owed: "due 2026-06-02 met 2026-05-20; due 2026-11-20 overdue",
        },
        Case {
            title: "no break for six months: the series has lapsed, and another begins",
            told: |s| {
                short_break(s, "2026-03-02", "2026-03-04");
                s.on("2026-05-20", review());
                short_break(s, "2026-10-01", "2026-10-04");
            },
            on: "2026-12-01",
            owed: "due 2026-06-02 met 2026-05-20; due 2026-11-20 superseded 2026-09-04; due 2027-01-01 running",
        },
        Case {
            title: "the series ended",
            told: |s| {
                short_break(s, "2026-03-02", "2026-03-04");
                s.on("2026-04-01", Fact::ShortBreaksEnded);
            },
            on: "2026-07-01",
            owed: "due 2026-06-02 superseded 2026-04-01",
        },
    ],
    owed: short_breaks,
    ..FIRST
};
fn short_break(s: &mut Story, from: &str, to: &str) {
    let placement = crate::care::Placement { short_break: true, ..foster("V3") };
    if s.facts.is_empty() {
        s.born("2014-05-03");
    }
    s.on(from, Fact::PlacementBegan(placement)).on(to, Fact::CeasedToBeLookedAfter { reason: "E8".into() });
}
fn short_breaks(a: &Asked) -> Vec<Owed> {
    let series = breaks_series(a.h);
    let each = series.iter().flat_map(|s| {
        let owed = a.every(s.began, a.clock.limit, |_| LATER.limit, a.h.reviews(), s.ended);
        owed.into_iter().filter_map(|o| while_known(a, s.known_until, o))
    });
    each.collect()
}
