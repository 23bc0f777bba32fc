//! Orders for days and hours: what protects a child at once runs out soon.
use super::Fact;
use crate::{
    asked::not_before,
    case::{Case, Story},
    clock::{Asked, Clock, Kind, Limit, Matter, Owed, Unit},
    day::{date, plus_days, words},
    fact::{Event, Fact as F},
    protection::view::facts,
};

pub(super) const EMERGENCY_PROTECTION: Clock = Clock {
    code: "P13",
    name: "emergency_protection_order",
    title: "Emergency protection order runs out",
    starts: "The order is made; in row P13-extended, the court extends it",
    stops: "It is discharged, another order follows, or the court extends it",
    limit: Limit(8, Unit::Days),
    source: "Children Act 1989 s45(1), (5) and (6)",
    notes: "Up to eight days, and once up to seven more, so never beyond the fifteenth day. The child, the parents and \
            others may ask the court to discharge it at any time.",
    owed: |a| {
        let made = a.h.events(|f| matches!(f, F::Protection(Fact::EmergencyProtectionOrderMade)));
        let next = |n: usize| made.get(n + 1).copied();
        (0..made.len()).flat_map(|n| emergency(a, made[n], next(n))).collect()
    },
    cases: &[
        Case { title: "On the last day", told: made, on: "2026-03-10", owed: "due 2026-03-10 due soon" },
        Case { title: "The day after", told: made, on: "2026-03-11", owed: "due 2026-03-10 overdue" },
        Case {
            title: "Extended by seven days",
            told: |s| {
                made(s);
                s.on("2026-03-09", Fact::EmergencyProtectionOrderExtended { days: 7 });
            },
            on: "2026-03-17",
            owed: "due 2026-03-10 met 2026-03-09; P13-extended due 2026-03-17 due soon",
        },
        Case {
            title: "It cannot be extended by more than seven, nor twice",
            told: |s| {
                made(s);
                s.on("2026-03-09", Fact::EmergencyProtectionOrderExtended { days: 10 })
                    .on("2026-03-16", Fact::EmergencyProtectionOrderExtended { days: 7 });
            },
            on: "2026-03-18",
            owed: "due 2026-03-10 met 2026-03-09; P13-extended due 2026-03-17 overdue",
        },
        Case {
            title: "An interim care order followed",
            told: |s| {
                made(s);
                s.on("2026-03-10", Fact::EmergencyProtectionOrderEnded);
            },
            on: "2026-03-11",
            owed: "due 2026-03-10 met 2026-03-10",
        },
        Case {
            title: "No source says how it ended",
            told: |s| {
                made(s);
                s.uncovered(Matter::ProtectionOrders);
            },
            on: "2026-03-11",
            owed: "due 2026-03-10 not known",
        },
    ],
    ..ORDER
};
/// What the three share.
const ORDER: Clock = Clock {
    code: "",
    name: "",
    title: "",
    starts: "",
    stops: "",
    limit: Limit(0, Unit::Days),
    kind: Kind::Statute,
    source: "",
    mark: "K-H",
    notes: "",
    stopped_by: Matter::ProtectionOrders,
    from: None,
    until: None,
    owed: |_| vec![],
    cases: &[],
};
fn emergency(a: &Asked, made: Event, next: Option<Event>) -> Vec<Owed> {
    let of_this_order = |e: &Event| not_before(e, &made) && next.is_none_or(|n| e.on < n.on);
    let extended = facts(a.h).find_map(|(k, f)| match f {
        Fact::EmergencyProtectionOrderExtended { days } => {
            Some((Event::from(k), (*days).min(LONGEST_EXTENSION))).filter(|(e, _)| of_this_order(e))
        }
        _ => None,
    });
    let ended = a.h.events(|f| matches!(f, F::Protection(Fact::EmergencyProtectionOrderEnded)));
    let ended = ended.into_iter().find(of_this_order);
    let first = [ended, extended.map(|x| x.0)].into_iter().flatten().min_by_key(|e| (e.on, e.at));
    let mut owed = vec![a.by(made, a.limit(made.on), first, None)];
    if let Some((event, days)) = extended {
        let due = plus_days(made.on, a.limit(made.on).0 + days);
        let arithmetic = format!("{} and {days} more after {}", a.limit(made.on), words(made.on));
        owed.push(Owed { row: "P13-extended", ..a.on_day(event, due, arithmetic, ended, None) });
    }
    owed
}
/// Section 45(5) and (6): once, by no more than this many days.
const LONGEST_EXTENSION: i64 = 7;

pub(super) const POLICE_PROTECTION: Clock = Clock {
    code: "P14",
    name: "police_protection",
    title: "Police protection runs out",
    starts: "The police take the child into police protection",
    stops: "The child is released, or an emergency protection order is made",
    limit: Limit(72, Unit::Hours),
    source: "Children Act 1989 s46(6)",
    notes: "It counts in hours, so the hour must be recorded.",
    owed: |a| {
        let taken = a.h.events(|f| matches!(f, F::Protection(Fact::PoliceProtectionTaken)));
        let stops = a
            .h
            .events(|f| matches!(f, F::Protection(Fact::PoliceProtectionEnded | Fact::EmergencyProtectionOrderMade)));
        taken.into_iter().map(|e| a.once(e, &stops, None)).collect()
    },
    cases: &[
        Case { title: "In the 72nd hour", told: taken, on: "2026-03-05T21:59", owed: "due 2026-03-05T22:00 due soon" },
        Case { title: "At its end", told: taken, on: "2026-03-05T22:00", owed: "due 2026-03-05T22:00 overdue" },
        Case { title: "The day after", told: taken, on: "2026-03-06", owed: "due 2026-03-05T22:00 overdue" },
        Case {
            title: "Released in time",
            told: |s| {
                taken(s);
                s.on("2026-03-05T09:00", Fact::PoliceProtectionEnded);
            },
            on: "2026-03-06",
            owed: "due 2026-03-05T22:00 met 2026-03-05",
        },
        Case {
            title: "Released an hour late",
            told: |s| {
                taken(s);
                s.on("2026-03-05T23:00", Fact::PoliceProtectionEnded);
            },
            on: "2026-03-06",
            owed: "due 2026-03-05T22:00 met late 2026-03-05",
        },
        Case {
            title: "A court made an emergency protection order",
            told: |s| {
                taken(s);
                s.on("2026-03-04", Fact::EmergencyProtectionOrderMade);
            },
            on: "2026-03-06",
            owed: "due 2026-03-05T22:00 met 2026-03-04",
        },
        Case {
            title: "Nobody said at what hour",
            told: |s| {
                s.on("2026-03-02", Fact::PoliceProtectionTaken);
            },
            on: "2026-03-09",
            owed: "not known",
        },
    ],
    ..ORDER
};

pub(super) const CHILD_ASSESSMENT: Clock = Clock {
    code: "P15",
    name: "child_assessment_order",
    title: "Child assessment order runs out",
    starts: "The day on which, by the order, the assessment is to begin",
    stops: "The assessment ends",
    limit: Limit(7, Unit::Days),
    source: "Children Act 1989 s43(5)",
    notes: "Counted from the day that the order names, not from the day it was made.",
    owed: |a| {
        let ended = a.h.events(|f| matches!(f, F::Protection(Fact::ChildAssessmentOrderEnded)));
        let made = facts(a.h).filter_map(|(k, f)| match f {
            Fact::ChildAssessmentOrderMade { from } => Some(Event::from(k).on(*from)),
            _ => None,
        });
        made.map(|e| a.once(e, &ended, None)).collect()
    },
    cases: &[
        Case { title: "On the last day", told: assessed, on: "2026-03-11", owed: "due 2026-03-11 due soon" },
        Case { title: "The day after", told: assessed, on: "2026-03-12", owed: "due 2026-03-11 overdue" },
        Case {
            title: "Ended in time",
            told: |s| {
                assessed(s);
                s.on("2026-03-10", Fact::ChildAssessmentOrderEnded);
            },
            on: "2026-03-12",
            owed: "due 2026-03-11 met 2026-03-10",
        },
        Case {
            title: "No source says when it ended",
            told: |s| {
                assessed(s);
                s.uncovered(Matter::ProtectionOrders);
            },
            on: "2026-03-12",
            owed: "due 2026-03-11 not known",
        },
    ],
    ..ORDER
};

fn made(s: &mut Story) {
    s.on("2026-03-02", Fact::EmergencyProtectionOrderMade);
}
fn taken(s: &mut Story) {
    s.on("2026-03-02T22:00", Fact::PoliceProtectionTaken);
}
/// Made on 2 March for an assessment from 4 March 2026.
fn assessed(s: &mut Story) {
    s.on("2026-03-02", Fact::ChildAssessmentOrderMade { from: date(2026, 3, 4) });
}
