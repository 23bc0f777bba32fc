//! The clocks of private fostering: telling the council, the first visit, the decision.
use super::{Arrangement, Fact, Notifier, visits};
use crate::{
    case::{Case, Story},
    clock::{Asked, Clock, Kind, Limit, Matter, Owed, Unit},
    day::{Date, plus_weeks, words},
    fact::Event,
    people::{self, Visit},
};

pub const CLOCKS: &[&Clock] =
    &[&NOTIFICATION, &FIRST_VISIT, &visits::FIRST_YEAR, &visits::LATER_YEARS, &THRESHOLD, &DECISION];

pub(super) const NOTIFICATION: Clock = Clock {
    code: "Q01",
    name: "private_fostering_notified",
    title: "Council told of a private fostering arrangement",
    starts: "The day on which the arrangement begins, or is to begin, is known",
    stops: "The carer or the parent tells the council",
    limit: Limit(-6, Unit::Weeks),
    kind: Kind::Regulation,
    source: "Children (Private Arrangements for Fostering) Regulations 2005 reg 3 and 5",
    mark: "F",
    notes: "At least six weeks before it begins; at once where it is planned later than that; in an emergency within 48 \
            hours of the start. What others tell the council makes it aware and does not discharge the carer.",
    stopped_by: Matter::PrivateFostering,
    from: None,
    until: None,
    owed: notification,
    cases: &[
        Case {
            title: "a school tells us six weeks before it is to begin, and the carer may still",
            told: |s| {
                tells(s, "2026-03-02", Notifier::Other, "2026-04-13");
            },
            on: "2026-03-02",
            owed: "due 2026-03-02 due soon",
        },
        Case {
            title: "the day after it is overdue",
            told: |s| {
                tells(s, "2026-03-02", Notifier::Other, "2026-04-13");
            },
            on: "2026-03-03",
            owed: "due 2026-03-02 overdue",
        },
        Case {
            title: "nobody tells us what is done about private fostering",
            told: |s| {
                tells(s, "2026-03-02", Notifier::Other, "2026-04-13");
                s.uncovered(Matter::PrivateFostering);
            },
            on: "2026-03-03",
            owed: "due 2026-03-02 not known",
        },
        Case {
            title: "the carer told us on the last day",
            told: |s| {
                tells(s, "2026-03-02", Notifier::Carer, "2026-04-13");
            },
            on: "2026-05-01",
            owed: "due 2026-03-02 met 2026-03-02",
        },
        Case {
            title: "planned four weeks ahead: at once",
            told: |s| {
                s.born("2014-05-03").on(
                    "2026-03-20",
                    Fact::ArrangementNotified {
                        by: Notifier::Parent,
                        begins: Some(crate::day::date(2026, 4, 13)),
                        planned: Some(crate::day::date(2026, 3, 16)),
                        emergency: false,
                    },
                );
            },
            on: "2026-05-01",
            owed: "due 2026-03-16 met late 2026-03-20",
        },
        Case {
            title: "an emergency: 48 hours from the start",
            told: |s| {
                begins(s, "2026-03-02T20:00", false);
                emergency(s, "2026-03-04T19:00");
            },
            on: "2026-05-01",
            owed: "due 2026-03-04T20:00 met 2026-03-04",
        },
        Case {
            title: "an emergency whose hour nobody said",
            told: |s| {
                begins(s, "2026-03-02", false);
                s.on("2026-03-03", told_by(Notifier::Other, true));
            },
            on: "2026-05-01",
            owed: "not known",
        },
        Case {
            title: "with her grandmother: not private fostering",
            told: |s| {
                begins(s, "2026-03-02", true);
            },
            on: "2026-05-01",
            owed: "",
        },
    ],
};
const FIRST_VISIT: Clock = Clock {
    code: "Q02",
    name: "private_fostering_first_visit",
    title: "First visit about a private fostering arrangement",
    starts: "The council is told of the arrangement",
    stops: "The child is visited and seen",
    limit: Limit(7, Unit::WorkingDays),
    source: "Children (Private Arrangements for Fostering) Regulations 2005 reg 4(1) and 7(1)",
    notes: "Of one that is proposed and of one that has begun. The officer speaks to the carer, the household, and the \
            child alone.",
    stopped_by: Matter::Visits,
    owed: first_visit,
    cases: &[
        Case {
            title: "due on the seventh working day",
            told: carer_tells,
            on: "2026-03-11",
            owed: "due 2026-03-11 due soon",
        },
        Case { title: "overdue the day after", told: carer_tells, on: "2026-03-12", owed: "due 2026-03-11 overdue" },
        Case {
            title: "nobody tells us of visits",
            told: |s| {
                carer_tells(s);
                s.uncovered(Matter::Visits);
            },
            on: "2026-03-12",
            owed: "due 2026-03-11 not known",
        },
        Case {
            title: "met by a visit made for something else as well",
            told: |s| {
                carer_tells(s);
                s.on("2026-03-05", seen());
            },
            on: "2026-03-12",
            owed: "due 2026-03-11 met 2026-03-05",
        },
        Case {
            title: "the arrangement ended first",
            told: |s| {
                carer_tells(s);
                s.on("2026-03-06", Fact::ArrangementEnded { why: "Home".into() });
            },
            on: "2026-03-12",
            owed: "due 2026-03-11 superseded 2026-03-06",
        },
    ],
    ..NOTIFICATION
};
const THRESHOLD: Clock = Clock {
    code: "Q05",
    name: "private_fostering_threshold",
    title: "Day 28: is it private fostering?",
    starts: "The child begins to live with somebody who is not a parent or a close relative",
    stops: "The council decides on the arrangement, or it ends",
    limit: Limit(28, Unit::Days),
    kind: Kind::Statute,
    source: "Children Act 1989 s66",
    mark: "K-H",
    notes: "Under 16, or under 18 and disabled; for 28 days or more, or meant to last so long. Relatives are a \
            grandparent, sister, brother, aunt or uncle (also by half blood or marriage) and a step-parent.",
    owed: threshold,
    cases: &[
        Case {
            title: "day 28",
            told: |s| {
                begins(s, "2026-03-02", false);
            },
            on: "2026-03-30",
            owed: "due 2026-03-30 due soon",
        },
        Case {
            title: "overdue the day after",
            told: |s| {
                begins(s, "2026-03-02", false);
            },
            on: "2026-03-31",
            owed: "due 2026-03-30 overdue",
        },
        Case {
            title: "nobody tells us what is done about private fostering",
            told: |s| {
                begins(s, "2026-03-02", false);
                s.uncovered(Matter::PrivateFostering);
            },
            on: "2026-03-31",
            owed: "due 2026-03-30 not known",
        },
        Case {
            title: "home before day 28",
            told: |s| {
                begins(s, "2026-03-02", false);
                s.on("2026-03-28", Fact::ArrangementEnded { why: "Home".into() });
            },
            on: "2026-03-31",
            owed: "due 2026-03-30 superseded 2026-03-28",
        },
        Case {
            title: "sixteen before day 28, and not disabled",
            told: |s| {
                s.born("2010-03-20");
                arrangement(s, "2026-03-02", false, false);
            },
            on: "2026-03-31",
            owed: "due 2026-03-30 superseded 2026-03-20",
        },
        Case {
            title: "sixteen before day 28, and disabled",
            told: |s| {
                s.born("2010-03-20");
                arrangement(s, "2026-03-02", false, true);
            },
            on: "2026-03-31",
            owed: "due 2026-03-30 overdue",
        },
    ],
    ..NOTIFICATION
};
const DECISION: Clock = Clock {
    code: "Q06",
    name: "private_fostering_decision",
    title: "Private fostering arrangement assessed",
    starts: "The council is told of the arrangement",
    stops: "The council decides whether it is suitable",
    limit: Limit(42, Unit::WorkingDays),
    kind: Kind::LocalNorm,
    source: "Local procedure; councils set 35 to 45 working days",
    mark: "K-M",
    notes: "",
    owed: decision,
    cases: &[
        Case {
            title: "due on the 42nd working day, over Easter and the May bank holiday",
            told: carer_tells,
            on: "2026-05-01",
            owed: "due 2026-05-01 due soon",
        },
        Case { title: "overdue the day after", told: carer_tells, on: "2026-05-02", owed: "due 2026-05-01 overdue" },
        Case {
            title: "nobody tells us what is done about private fostering",
            told: |s| {
                carer_tells(s);
                s.uncovered(Matter::PrivateFostering);
            },
            on: "2026-05-02",
            owed: "due 2026-05-01 not known",
        },
        Case {
            title: "decided in time, under a norm of the council's own",
            told: |s| {
                carer_tells(s);
                s.norm("Q06", "2026-01-01", 35).on("2026-04-20", Fact::ArrangementDecided { suitable: true });
            },
            on: "2026-05-02",
            owed: "due 2026-04-22 met 2026-04-20",
        },
    ],
    ..NOTIFICATION
};
pub(super) fn told_by(by: Notifier, emergency: bool) -> Fact {
    Fact::ArrangementNotified { by, begins: None, planned: None, emergency }
}
fn tells(s: &mut Story, day: &str, by: Notifier, begins: &str) {
    let begins = begins.parse().ok();
    s.born("2014-05-03").on(day, Fact::ArrangementNotified { by, begins, planned: None, emergency: false });
}
fn emergency(s: &mut Story, when: &str) {
    s.on(when, told_by(Notifier::Carer, true));
}
fn carer_tells(s: &mut Story) {
    s.born("2014-05-03").on("2026-03-02", told_by(Notifier::Carer, false));
}
pub(super) fn arrangement(s: &mut Story, when: &str, close_relative: bool, disabled: bool) {
    s.on(when, Fact::ArrangementBegan { carer: "A neighbour".into(), close_relative, disabled, days: None });
}
pub(super) fn begins(s: &mut Story, when: &str, close_relative: bool) {
    s.born("2014-05-03");
    arrangement(s, when, close_relative, false);
}
pub(super) fn seen() -> people::Fact {
    people::Fact::Visited(Visit { seen: true, ..Visit::default() })
}

fn each(a: &Asked, owed: impl Fn(&Arrangement) -> Option<Owed>) -> Vec<Owed> {
    a.h.arrangements().iter().filter_map(owed).collect()
}
fn notification(a: &Asked) -> Vec<Owed> {
    each(a, |one| {
        let begins = one.begins.or(one.began.map(|e| e.on))?;
        let start = one.began.or(one.aware)?;
        if let Some(began) = one.began.filter(|_| one.emergency) {
            return Some(a.by(began, Limit(48, Unit::Hours), one.notified, one.ended));
        }
        let six_weeks = plus_weeks(begins, a.clock.limit.0);
        match one.planned.filter(|planned| *planned > six_weeks) {
            Some(planned) => {
                let words = format!("at once: planned on {}, less than six weeks before it begins", words(planned));
                Some(a.on_day(start.on(planned), planned, words, one.notified, one.ended))
            }
            None => Some(before(a, start, begins, one)),
        }
    })
}
fn before(a: &Asked, start: Event, begins: Date, one: &Arrangement) -> Owed {
    a.before(start, begins, Limit(-a.clock.limit.0, a.clock.limit.1), one.notified, one.ended)
}
fn first_visit(a: &Asked) -> Vec<Owed> {
    each(a, |one| one.aware.map(|aware| a.once(aware, a.h.visits(), one.ended)))
}
fn threshold(a: &Asked) -> Vec<Owed> {
    each(a, |one| one.began.map(|began| a.by(began, a.clock.limit, one.decided, one.ended)))
}
fn decision(a: &Asked) -> Vec<Owed> {
    each(a, |one| one.aware.map(|aware| a.by(aware, a.limit(aware.on), one.decided, one.ended)))
}
