//! Visits to a privately fostered child: every six weeks for a year, then every twelve.
use super::{
    Fact, Notifier,
    clocks::{NOTIFICATION, begins, seen, told_by},
};
use crate::{
    case::{Case, Story},
    clock::{Asked, Clock, Limit, Matter, Owed, Unit},
    day::plus_months,
    fact::Event,
};

pub(super) const FIRST_YEAR: Clock = Clock {
    code: "Q03",
    name: "private_fostering_visit_first_year",
    title: "Visits in the first year of a private fostering arrangement",
    starts: "The child lives there and the council knows; later, the child was visited and seen",
    stops: "The child is visited and seen",
    limit: Limit(6, Unit::Weeks),
    source: "Children (Private Arrangements for Fostering) Regulations 2005 reg 8(1)(a) and (6)",
    notes: "The year begins on the day on which the council became aware, however long the child had been there. Seen \
            alone unless that is not appropriate; a written report of each visit.",
    stopped_by: Matter::Visits,
    owed: visits,
    cases: &[
        Case {
            title: "due six weeks after the council became aware",
            told: known,
            on: "2026-04-13",
            owed: "due 2026-04-13 due soon",
        },
        Case { title: "overdue the day after", told: known, on: "2026-04-14", owed: "due 2026-04-13 overdue" },
        Case {
            title: "nobody tells us of visits",
            told: |s| {
                known(s);
                s.uncovered(Matter::Visits);
            },
            on: "2026-04-14",
            owed: "due 2026-04-13 not known",
        },
        Case {
            title: "then six weeks after each visit",
            told: |s| {
                known(s);
                s.on("2026-03-09", seen()).on("2026-04-20", seen());
            },
            on: "2026-06-02",
            owed: "due 2026-04-13 met 2026-03-09; due 2026-04-20 met 2026-04-20; due 2026-06-01 overdue",
        },
        Case {
            title: "only proposed: nobody to visit yet",
            told: |s| {
                s.born("2014-05-03").on("2026-03-02", told_by(Notifier::Carer, false));
            },
            on: "2026-06-02",
            owed: "",
        },
        Case {
            title: "sixteen ends it",
            told: |s| {
                begins_at(s, "2010-03-20");
            },
            on: "2026-06-02",
            owed: "due 2026-04-13 superseded 2026-03-20",
        },
    ],
    ..NOTIFICATION
};
pub(super) const LATER_YEARS: Clock = Clock {
    code: "Q04",
    name: "private_fostering_visit_later",
    title: "Visits in later years of a private fostering arrangement",
    starts: "The child was visited and seen, a year or more after the council became aware",
    stops: "The child is visited and seen again",
    limit: Limit(12, Unit::Weeks),
    source: "Children (Private Arrangements for Fostering) Regulations 2005 reg 8(1)(b)",
    notes: "Also whenever the child, the carer or a parent reasonably asks. The visit after the last one of the first \
            year is still owed within six weeks of it.",
    cases: &[
        Case {
            title: "due twelve weeks after the last",
            told: a_year_on,
            on: "2027-06-01",
            owed: "due 2027-06-01 due soon",
        },
        Case { title: "overdue the day after", told: a_year_on, on: "2027-06-02", owed: "due 2027-06-01 overdue" },
        Case {
            title: "visits are told until the end of March and no longer",
            told: |s| {
                a_year_on(s);
                s.told_only(Matter::Visits, "2026-01-01", "2027-03-31");
            },
            on: "2027-06-02",
            owed: "due 2027-06-01 not known",
        },
        Case {
            title: "the day before the year is over it is six weeks still",
            told: |s| {
                known(s);
                s.on("2027-03-01", seen());
            },
            on: "2027-06-02",
            owed: "",
        },
    ],
    ..FIRST_YEAR
};
/// There since January; a school told us in March.
fn known(s: &mut Story) {
    begins(s, "2026-01-05", false);
    s.on("2026-03-02", told_by(Notifier::Other, false));
}
fn begins_at(s: &mut Story, born: &str) {
    s.born(born).on(
        "2026-01-05",
        Fact::ArrangementBegan { carer: "A neighbour".into(), close_relative: false, disabled: false, days: Some(90) },
    );
    s.on("2026-03-02", told_by(Notifier::Other, false));
}
fn a_year_on(s: &mut Story) {
    known(s);
    s.on("2027-03-09", seen());
}

/// Two clocks, one chain: a visit's year decides the next.
fn visits(a: &Asked) -> Vec<Owed> {
    let mut owed = vec![];
    for one in a.h.arrangements() {
        let Some(start) = one.deemed_start() else { continue };
        let year_ends = plus_months(start.on, 12);
        let rule = |from: &Event| if from.on < year_ends { &FIRST_YEAR } else { &LATER_YEARS };
        let all = a.every(start, rule(&start).limit, |from| rule(from).limit, a.h.visits(), one.ended);
        owed.extend(all.into_iter().filter(|o| rule(&o.start).code == a.clock.code));
    }
    owed
}
