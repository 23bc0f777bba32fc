//! The safeguarding hub's own hours: red, amber, green.
use super::{decided, received};
use crate::{
    asked::Ended,
    case::{Case, Story},
    clock::{Asked, Clock, Kind, Limit, Matter, Owed, Unit},
    fact::Id,
    front_door::{Fact, Rating},
};

pub(super) const RED: Clock = Clock {
    code: "C02",
    name: "red_contact",
    title: "Decide a contact rated red",
    starts: "The hub rates a contact red: a child may be in danger now",
    limit: Limit(4, Unit::Hours),
    notes: "Two to four hours is common. A contact that is rated again is owed under its new rating.",
    owed: |a| by_rating(a, Rating::Red),
    cases: &[
        Case {
            title: "A minute before the fourth hour",
            told: |s| rated(s, "2026-03-02T10:15", Rating::Red),
            on: "2026-03-02T14:14",
            owed: "due 2026-03-02T14:15 due soon",
        },
        Case {
            title: "At the fourth hour",
            told: |s| rated(s, "2026-03-02T10:15", Rating::Red),
            on: "2026-03-02T14:15",
            owed: "due 2026-03-02T14:15 overdue",
        },
        Case {
            title: "The day after",
            told: |s| rated(s, "2026-03-02T10:15", Rating::Red),
            on: "2026-03-03",
            owed: "due 2026-03-02T14:15 overdue",
        },
        Case {
            title: "Decided in three hours",
            told: |s| {
                rated(s, "2026-03-02T10:15", Rating::Red);
                decided(s, "2026-03-02T13:15");
            },
            on: "2026-03-03",
            owed: "due 2026-03-02T14:15 met 2026-03-02",
        },
        Case {
            title: "Rated green within the hours: red no longer counts",
            told: |s| {
                rated(s, "2026-03-02T10:15", Rating::Red);
                rating(s, "2026-03-02T11:00", Rating::Green);
                decided(s, "2026-03-02T16:00");
            },
            on: "2026-03-03",
            owed: "due 2026-03-02T14:15 superseded 2026-03-02",
        },
        Case {
            title: "Rated, but nobody said at what hour",
            told: |s| rated(s, "2026-03-02", Rating::Red),
            on: "2026-03-04",
            owed: "not known",
        },
    ],
    ..HUB
};
/// What the hub's three ratings share.
const HUB: Clock = Clock {
    code: "",
    name: "",
    title: "",
    starts: "",
    stops: "The decision on that contact is recorded",
    limit: Limit(0, Unit::Hours),
    kind: Kind::LocalNorm,
    source: "Protocols of multi-agency safeguarding hubs",
    mark: "K-M",
    notes: "",
    stopped_by: Matter::Contacts,
    from: None,
    until: None,
    owed: |_| vec![],
    cases: &[],
};
fn by_rating(a: &Asked, rating: Rating) -> Vec<Owed> {
    let mut owed = vec![];
    for c in &a.h.front_door().contacts {
        for (n, (rated, _)) in c.ratings.iter().enumerate().filter(|r| r.1.1 == rating) {
            let again = c.ratings.get(n + 1).map(|r| r.0);
            let stop = c.decided.filter(|d| again.is_none_or(|r| (d.on, d.at) < (r.on, r.at)));
            let ended = again.map(|r| Ended { on: r.on, why: "It was rated again" });
            owed.push(a.by(*rated, a.limit(rated.on), stop, ended));
        }
    }
    owed
}

pub(super) const AMBER: Clock = Clock {
    code: "C03",
    name: "amber_contact",
    title: "Decide a contact rated amber",
    starts: "The hub rates a contact amber: serious, not immediate",
    limit: Limit(24, Unit::Hours),
    notes: "Some councils say: by the end of the next working day.",
    owed: |a| by_rating(a, Rating::Amber),
    cases: &[
        Case {
            title: "On the next day, within the hour",
            told: |s| rated(s, "2026-03-02T10:30", Rating::Amber),
            on: "2026-03-03T10:29",
            owed: "due 2026-03-03T10:30 due soon",
        },
        Case {
            title: "The day after that",
            told: |s| rated(s, "2026-03-02T10:30", Rating::Amber),
            on: "2026-03-04",
            owed: "due 2026-03-03T10:30 overdue",
        },
        Case {
            title: "Red first, amber when more was known: each from its own hour",
            told: |s| {
                rated(s, "2026-03-02T10:30", Rating::Red);
                rating(s, "2026-03-02T12:00", Rating::Amber);
                decided(s, "2026-03-03T12:30");
            },
            on: "2026-03-04",
            owed: "due 2026-03-03T12:00 met late 2026-03-03",
        },
        Case {
            title: "No source says what was decided",
            told: |s| {
                rated(s, "2026-03-02T10:30", Rating::Amber);
                s.uncovered(Matter::Contacts);
            },
            on: "2026-03-04",
            owed: "due 2026-03-03T10:30 not known",
        },
    ],
    ..HUB
};

pub(super) const GREEN: Clock = Clock {
    code: "C04",
    name: "green_contact",
    title: "Decide a contact rated green",
    starts: "The hub rates a contact green: not urgent",
    limit: Limit(72, Unit::Hours),
    notes: "Three working days is common. Whatever its colour, the decision is owed within one working day.",
    owed: |a| by_rating(a, Rating::Green),
    cases: &[
        Case {
            title: "On the third day",
            told: |s| rated(s, "2026-03-02T16:00", Rating::Green),
            on: "2026-03-05T15:00",
            owed: "due 2026-03-05T16:00 due soon",
        },
        Case {
            title: "On the fourth",
            told: |s| rated(s, "2026-03-02T16:00", Rating::Green),
            on: "2026-03-06",
            owed: "due 2026-03-05T16:00 overdue",
        },
        Case {
            title: "The night the clocks go forward is not a longer one",
            told: |s| rated(s, "2026-03-27T16:00", Rating::Green),
            on: "2026-03-27T17:00",
            owed: "due 2026-03-30T17:00 due soon",
        },
        Case {
            title: "Nobody said at what hour it was rated",
            told: |s| rated(s, "2026-03-02", Rating::Green),
            on: "2026-03-04",
            owed: "not known",
        },
    ],
    ..HUB
};

/// Received when it was rated.
fn rated(s: &mut Story, when: &str, colour: Rating) {
    received(s, when);
    rating(s, when, colour);
}
fn rating(s: &mut Story, when: &str, rating: Rating) {
    s.on(when, Fact::ContactRated { contact: Id::from_u128(1), rating });
}
