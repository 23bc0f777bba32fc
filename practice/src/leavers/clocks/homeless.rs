//! Homeless at 16 or 17: the day, the assessment, the decision.
use crate::{
    asked::Ended,
    case::Case,
    clock::{Asked, Clock, Kind, Limit, Matter, Owed, Unit},
    fact::Event,
    leavers::{
        homeless::{self, Presented},
        told::told,
    },
};

pub(super) const SAME_DAY: Clock = Clock {
    code: "T01",
    name: "homeless_child_same_day",
    title: "Homeless at 16 or 17: seen, and safe for the night",
    starts: "A young person of 16 or 17 presents as homeless",
    stops: "They were interviewed and have somewhere safe to be",
    limit: Limit(1, Unit::Days),
    kind: Kind::StatutoryGuidance,
    source: "Prevention of homelessness and provision of accommodation for 16 and 17 year olds (2018); \
             R (G) v Southwark [2009] UKHL 26",
    mark: "K-H",
    notes: "Both. Bed and breakfast is never safe, even in an emergency, and does not stop it.",
    stopped_by: Matter::Homelessness,
    from: None,
    until: None,
    owed: same_day,
    cases: &[
        Case {
            title: "by the next day",
            told: |s| told(s, HOMELESS),
            on: "2026-05-16",
            owed: "due 2026-05-16 due soon",
        },
        Case {
            title: "overdue the day after",
            told: |s| told(s, HOMELESS),
            on: "2026-05-17",
            owed: "due 2026-05-16 overdue",
        },
        Case {
            title: "nobody tells us what is done about homelessness",
            told: |s| {
                told(s, HOMELESS);
                s.uncovered(Matter::Homelessness);
            },
            on: "2026-05-17",
            owed: "due 2026-05-16 not known",
        },
        Case {
            title: "interviewed, and put into bed and breakfast",
            told: |s| {
                told(s, HOMELESS);
                told(s, "2026-05-15 interviewed; 2026-05-15 interim b&b");
            },
            on: "2026-05-17",
            owed: "due 2026-05-16 overdue",
        },
        Case {
            title: "with a friend's parents for the night",
            told: |s| {
                told(s, HOMELESS);
                told(s, "2026-05-15 interviewed safe");
            },
            on: "2026-05-17",
            owed: "due 2026-05-16 met 2026-05-15",
        },
        Case {
            title: "looked after from that evening",
            told: |s| {
                told(s, HOMELESS);
                told(s, "2026-05-15 interviewed; 2026-05-15 care V2/U6");
            },
            on: "2026-05-17",
            owed: "due 2026-05-16 met 2026-05-15",
        },
        Case {
            title: "at 18 it is for the housing authority",
            told: |s| told(s, "2008-03-10 born; 2026-05-15 homeless"),
            on: "2026-05-17",
            owed: "",
        },
        Case {
            title: "safe with a friend in May, and homeless again in September",
            told: |s| told(s, &format!("{HOMELESS}; 2026-05-15 interviewed safe; 2026-09-07 homeless")),
            on: "2026-09-09",
            owed: "due 2026-05-16 met 2026-05-15; due 2026-09-08 overdue",
        },
        Case {
            title: "said twice on one day",
            told: |s| told(s, &format!("{HOMELESS}; 2026-05-15 homeless; 2026-05-15 interviewed safe")),
            on: "2026-05-17",
            owed: "due 2026-05-16 met 2026-05-15",
        },
        Case {
            title: "came back the next day, and was taken in: both are answered",
            told: |s| told(s, &format!("{HOMELESS}; 2026-05-18 homeless; 2026-05-18 interviewed safe")),
            on: "2026-05-19",
            owed: "due 2026-05-16 met late 2026-05-18; due 2026-05-19 met 2026-05-18",
        },
    ],
};
pub(super) const ASSESSMENT: Clock = Clock {
    code: "T02",
    name: "homeless_child_assessed",
    title: "Homeless at 16 or 17: assessed with housing",
    stops: "The assessment, made with housing, is complete",
    limit: Limit(10, Unit::WorkingDays),
    kind: Kind::LocalNorm,
    source: "Joint protocols with housing; Working Together allows 45 working days at most",
    mark: "K-M",
    notes: "One that was made without housing does not stop it.",
    owed: assessment,
    cases: &[
        Case {
            title: "ten working days, over the May bank holiday",
            told: |s| told(s, HOMELESS),
            on: "2026-06-01",
            owed: "due 2026-06-01 due soon",
        },
        Case {
            title: "overdue the day after",
            told: |s| told(s, HOMELESS),
            on: "2026-06-02",
            owed: "due 2026-06-01 overdue",
        },
        Case {
            title: "nobody tells us what is done about homelessness",
            told: |s| {
                told(s, HOMELESS);
                s.uncovered(Matter::Homelessness);
            },
            on: "2026-06-02",
            owed: "due 2026-06-01 not known",
        },
        Case {
            title: "assessed, under a norm of five days",
            told: |s| {
                told(s, HOMELESS);
                told(s, "2026-05-22 homeless-assessed");
                s.norm("T02", "2026-01-01", 5);
            },
            on: "2026-06-02",
            owed: "due 2026-05-22 met 2026-05-22",
        },
        Case {
            title: "18 before it was due",
            told: |s| told(s, "2008-05-20 born; 2026-05-15 homeless"),
            on: "2026-06-02",
            owed: "due 2026-06-01 superseded 2026-05-20",
        },
        Case {
            title: "assessed without housing",
            told: |s| told(s, &format!("{HOMELESS}; 2026-05-22 homeless-assessed alone")),
            on: "2026-06-02",
            owed: "due 2026-06-01 overdue",
        },
    ],
    ..SAME_DAY
};
pub(super) const DECISION: Clock = Clock {
    code: "T03",
    name: "homeless_child_decided",
    title: "Homeless at 16 or 17: decided where they are to live",
    starts: "Somewhere to be until it is decided was found, with friends too",
    stops: "It is decided: looked after (s20), a child in need (s17) or housing (Part 7)",
    notes: "Looked after, unless the young person, with an advocate offered and both ways explained in writing, refuses \
            and understands what that means for later. A decision \
            that names no way does not stop it; what else is wanting stands beside it.",
    owed: decision,
    cases: &[
        Case {
            title: "ten working days",
            told: |s| told(s, INTERIM),
            on: "2026-06-01",
            owed: "due 2026-06-01 due soon",
        },
        Case {
            title: "overdue the day after",
            told: |s| told(s, INTERIM),
            on: "2026-06-02",
            owed: "due 2026-06-01 overdue",
        },
        Case {
            title: "nobody tells us what is done about homelessness",
            told: |s| {
                told(s, INTERIM);
                s.uncovered(Matter::Homelessness);
            },
            on: "2026-06-02",
            owed: "due 2026-06-01 not known",
        },
        Case {
            title: "decided",
            told: |s| {
                told(s, INTERIM);
                told(s, "2026-05-27 homeless-decided");
            },
            on: "2026-06-02",
            owed: "due 2026-06-01 met 2026-05-27",
        },
        Case {
            title: "looked after: that is the decision",
            told: |s| {
                told(s, INTERIM);
                told(s, "2026-05-20 care V2/U6");
            },
            on: "2026-06-02",
            owed: "due 2026-06-01 met 2026-05-20",
        },
        Case {
            title: "safe with a friend's parents: it is still to be decided",
            told: |s| told(s, &format!("{HOMELESS}; 2026-05-15 interviewed safe")),
            on: "2026-06-02",
            owed: "due 2026-06-01 overdue",
        },
        Case {
            title: "a decision that names no way is none",
            told: |s| told(s, &format!("{INTERIM}; 2026-05-27 homeless-decided nothing")),
            on: "2026-06-02",
            owed: "due 2026-06-01 overdue",
        },
    ],
    ..ASSESSMENT
};
const HOMELESS: &str = "2009-03-10 born; 2026-05-15 homeless";
const INTERIM: &str = "2009-03-10 born; 2026-05-15 homeless; 2026-05-15 interviewed; 2026-05-15 interim";

fn each(a: &Asked, owed: impl Fn(&Presented, Option<Ended>) -> Option<Owed>) -> Vec<Owed> {
    let adult = a.h.birthday(18).map(|on| Ended { on, why: "Turned 18" });
    homeless::presented(a.h).iter().filter_map(|p| owed(p, adult)).collect()
}
fn same_day(a: &Asked) -> Vec<Owed> {
    each(a, |p, adult| Some(a.by(p.on, a.clock.limit, p.safe(), adult)))
}
fn assessment(a: &Asked) -> Vec<Owed> {
    each(a, |p, adult| Some(a.by(p.on, a.limit(p.on.on), p.assessed, adult)))
}
fn decision(a: &Asked) -> Vec<Owed> {
    let from = |interim: Event, p: &Presented, adult| a.by(interim, a.limit(interim.on), p.decided, adult);
    each(a, |p, adult| p.interim.map(|interim| from(interim, p, adult)))
}
