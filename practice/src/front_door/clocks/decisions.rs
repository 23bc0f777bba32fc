//! What happens with a contact, and who is told.
use super::{contact, decided, decision, received};
use crate::{
    case::{Case, Story},
    clock::{Asked, Clock, Kind, Limit, Matter, Unit},
    day,
    fact::{Event, Id},
    front_door::{Contact, Fact, Notification},
    norms::Norm,
};

pub const DAY_ENDS: Norm = Norm {
    code: "front_door_day_ends",
    title: "The front door's day ends",
    default: 17,
    unit: "o'clock; what comes later counts as received on the next working day",
    why: "Common in front door protocols; the council may set another hour",
};
pub(super) const DECISION: Clock = Clock {
    code: "C01",
    name: "contact_decision",
    title: "Decide what happens with a contact or referral",
    starts: "A contact is received, or a referral that came without one",
    stops: "A qualified manager has decided what happens next and the referrer has been told; nobody need be told when the referrer gave no name",
    limit: Limit(1, Unit::WorkingDays),
    kind: Kind::StatutoryGuidance,
    source: "Working Together to Safeguard Children, on referrals",
    mark: "K-H",
    notes: "What comes after 17:00, at a weekend or on a bank holiday counts as received on the next working day. \
            A child at risk of significant harm is protected at once: the hub's rating sets hours for that. \
            The census says that there was a referral and not when it was decided.",
    stopped_by: Matter::Contacts,
    from: None,
    until: None,
    owed: |a| {
        let told = |c: &Contact| match (c.decided, c.told) {
            (Some(decided), _) if c.anonymous() => Some(decided),
            (Some(decided), Some(told)) => Some(later(decided, told)),
            _ => None,
        };
        let owed = |c: &Contact| {
            let start = counted_from(a, c.received);
            match c.reported {
                true => a.not_known(start, "The census does not say when a referral was decided", "the front door"),
                false => a.by(start, a.limit(start.on), told(c), None),
            }
        };
        a.h.front_door().contacts.iter().map(owed).collect()
    },
    cases: &[
        Case {
            title: "On the last day it is not late",
            told: |s| received(s, "2026-03-02T10:00"), // a Monday
            on: "2026-03-03T23:00",
            owed: "due 2026-03-03 due soon",
        },
        Case {
            title: "The day after, it is",
            told: |s| received(s, "2026-03-02T10:00"),
            on: "2026-03-04",
            owed: "due 2026-03-03 overdue",
        },
        Case {
            title: "Decided but the referrer was not told",
            told: |s| {
                received(s, "2026-03-02T10:00");
                decided(s, "2026-03-02T12:00");
            },
            on: "2026-03-04",
            owed: "due 2026-03-03 overdue",
        },
        Case {
            title: "Decided and told in time",
            told: |s| {
                received(s, "2026-03-02T10:00");
                decided(s, "2026-03-02T12:00");
                referrer_told(s, "2026-03-03");
            },
            on: "2026-03-10",
            owed: "due 2026-03-03 met 2026-03-03",
        },
        Case {
            title: "Nobody said at what hour it was decided",
            told: |s| {
                received(s, "2026-03-02T10:00");
                decided(s, "2026-03-02");
                referrer_told(s, "2026-03-02");
            },
            on: "2026-03-10",
            owed: "due 2026-03-03 met 2026-03-02",
        },
        Case {
            title: "An anonymous referrer cannot be told",
            told: |s| {
                s.on("2026-03-02T10:00", contact(1, "9"));
                decided(s, "2026-03-02T12:00");
            },
            on: "2026-03-10",
            owed: "due 2026-03-03 met 2026-03-02",
        },
        Case {
            title: "At five in the afternoon it still counts as that day's",
            told: |s| received(s, "2026-03-06T17:00"), // a Friday
            on: "2026-03-06T17:30",
            owed: "due 2026-03-09 due soon",
        },
        Case {
            title: "After five on a Friday it counts as Monday's",
            told: |s| received(s, "2026-03-06T17:01"),
            on: "2026-03-10",
            owed: "due 2026-03-10 due soon",
        },
        Case {
            title: "On a Saturday it counts as Monday's",
            told: |s| received(s, "2026-03-07T09:00"),
            on: "2026-03-11",
            owed: "due 2026-03-10 overdue",
        },
        Case {
            title: "Decided on the Saturday itself",
            told: |s| {
                received(s, "2026-03-07T09:00");
                decided(s, "2026-03-07T09:30");
                referrer_told(s, "2026-03-07T10:00");
            },
            on: "2026-03-11",
            owed: "due 2026-03-10 met 2026-03-07",
        },
        Case {
            title: "Two contacts are decided one by one",
            told: |s| {
                received(s, "2026-03-02T10:00");
                s.on("2026-03-02T11:00", contact(2, "2A"))
                    .on("2026-03-02T12:00", decision(2))
                    .on("2026-03-02T12:05", telling(Some(2)));
            },
            on: "2026-03-04",
            owed: "due 2026-03-03 overdue; due 2026-03-03 met 2026-03-02",
        },
        Case {
            title: "A referral from a contact is decided with it; one without has its own clock",
            told: |s| {
                s.on("2026-03-02", Fact::ReferralReceived { contact: None, source: "3A".into(), unborn: false })
                    .on("2026-03-03", Fact::ReferralDecided { outcome: "ASS".into(), why: String::new() })
                    .on("2026-03-03", telling(None));
            },
            on: "2026-03-10",
            owed: "due 2026-03-03 met 2026-03-03",
        },
        Case {
            title: "Nothing says what was decided",
            told: |s| {
                received(s, "2026-03-02T10:00");
                s.uncovered(Matter::Contacts);
            },
            on: "2026-03-10",
            owed: "due 2026-03-03 not known",
        },
        Case {
            title: "A return says that there was a referral and not when it was decided",
            told: |s| {
                s.on("2026-03-02", Fact::ReferralReported(Box::default()));
            },
            on: "2026-03-10",
            owed: "not known",
        },
    ],
};
/// The same moment, or the next working day when it came after the front door's day had ended.
fn counted_from(a: &Asked, received: Event) -> Event {
    let calendar = &a.norms.calendar;
    let ends = a.norms.get(&DAY_ENDS, received.on);
    let minutes = |at| i64::from(day::local(at).hour()) * 60 + i64::from(day::local(at).minute());
    let too_late = received.at.is_some_and(|at| minutes(at) > ends * 60);
    match calendar.is_working_day(received.on) {
        Some(true) if !too_late => received,
        _ => calendar.plus_working_days(received.on, 1).map_or(received, |next| received.on(next.day)),
    }
}
fn later(a: Event, b: Event) -> Event {
    if (a.on, a.at) > (b.on, b.at) { a } else { b }
}

pub(super) const FEEDBACK: Clock = Clock {
    code: "C05",
    name: "referrer_feedback",
    title: "Tell the referrer what was decided",
    starts: "The decision on a contact or referral",
    stops: "The referrer is told, and how is recorded",
    limit: Limit(1, Unit::WorkingDays),
    kind: Kind::StatutoryGuidance,
    source: "Working Together to Safeguard Children: decision and acknowledgement within one working day",
    mark: "K-M",
    notes: "A referrer who disagrees may escalate. Nothing is owed to one who gave no name.",
    stopped_by: Matter::Contacts,
    from: None,
    until: None,
    owed: |a| {
        let heard = a.h.front_door().contacts.iter().filter(|c| !c.anonymous());
        heard.filter_map(|c| c.decided.map(|d| a.by(d, a.limit(d.on), c.told, None))).collect()
    },
    cases: &[
        Case {
            title: "Decided on a Friday, owed by Monday",
            told: |s| {
                received(s, "2026-03-06T09:00");
                decided(s, "2026-03-06T12:00");
            },
            on: "2026-03-09T12:00",
            owed: "due 2026-03-09 due soon",
        },
        Case {
            title: "On Tuesday it is late",
            told: |s| {
                received(s, "2026-03-06T09:00");
                decided(s, "2026-03-06T12:00");
            },
            on: "2026-03-10",
            owed: "due 2026-03-09 overdue",
        },
        Case {
            title: "Told the same day",
            told: |s| {
                received(s, "2026-03-06T09:00");
                decided(s, "2026-03-06T12:00");
                referrer_told(s, "2026-03-06T15:00");
            },
            on: "2026-03-10",
            owed: "due 2026-03-09 met 2026-03-06",
        },
        Case {
            title: "Nobody to tell",
            told: |s| {
                s.on("2026-03-06T09:00", contact(1, "9"));
                decided(s, "2026-03-06T12:00");
            },
            on: "2026-03-10",
            owed: "",
        },
        Case {
            title: "No source says who was told",
            told: |s| {
                received(s, "2026-03-06T09:00");
                decided(s, "2026-03-06T12:00");
                s.uncovered(Matter::Contacts);
            },
            on: "2026-03-10",
            owed: "due 2026-03-09 not known",
        },
    ],
};

pub(super) const NOTIFICATION: Clock = Clock {
    code: "C06",
    name: "police_notification",
    title: "Triage a police notification",
    starts: "The police notify us of a child, after domestic abuse or otherwise",
    stops: "It is triaged",
    limit: Limit(1, Unit::WorkingDays),
    kind: Kind::LocalNorm,
    source: "Protocols of multi-agency safeguarding hubs",
    mark: "K-L",
    notes: "The council sets the number.",
    stopped_by: Matter::Contacts,
    from: None,
    until: None,
    owed: |a| {
        let owed = |n: &Notification| a.by(n.received, a.limit(n.received.on), n.triaged, None);
        a.h.front_door().notifications.iter().map(owed).collect()
    },
    cases: &[
        Case {
            title: "On the last day",
            told: |s| notified(s, "2026-03-02"),
            on: "2026-03-03",
            owed: "due 2026-03-03 due soon",
        },
        Case {
            title: "The day after",
            told: |s| notified(s, "2026-03-02"),
            on: "2026-03-04",
            owed: "due 2026-03-03 overdue",
        },
        Case {
            title: "Triaged after the Easter weekend",
            told: |s| {
                notified(s, "2026-04-02");
                let triaged = Fact::PoliceNotificationTriaged { notification: Id::from_u128(5), outcome: "EH".into() };
                s.on("2026-04-07", triaged);
            },
            on: "2026-04-08",
            owed: "due 2026-04-07 met 2026-04-07",
        },
        Case {
            title: "No source says what was triaged",
            told: |s| {
                notified(s, "2026-03-02");
                s.uncovered(Matter::Contacts);
            },
            on: "2026-03-04",
            owed: "due 2026-03-03 not known",
        },
    ],
};

fn telling(n: Option<u128>) -> Fact {
    Fact::ReferrerTold { contact: n.map(Id::from_u128), how: "by telephone".into() }
}
fn referrer_told(s: &mut Story, when: &str) {
    s.on(when, telling(Some(1)));
}
fn notified(s: &mut Story, when: &str) {
    s.on(when, Fact::PoliceNotificationReceived { notification: Id::from_u128(5), domestic_abuse: true });
}
