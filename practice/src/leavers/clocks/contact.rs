//! Being in touch: only a contact that went both ways counts. Attempts are kept, and stop nothing.
use super::duties;
use crate::{
    asked::{Ended, not_before},
    case::Case,
    clock::{Asked, Clock, Kind, Limit, Matter, Owed, Unit},
    day::{Date, days_between, plus_months, words},
    fact::Event,
    leavers::{oc3, periods::Duty, told::told, touch},
};

pub(in crate::leavers) const IN_TOUCH: Clock = Clock {
    code: "W09",
    name: "adviser_in_touch",
    title: "In touch with the young person",
    starts: "The last contact that went both ways, or the day from which the adviser keeps in touch",
    stops: "The young person is spoken with, or seen",
    limit: Limit(8, Unit::Weeks),
    kind: Kind::LocalNorm,
    source: "Practice, after the two months of the Care Leavers Regulations 2010 reg 8",
    mark: "K-M",
    notes: "Four weeks where the need was rated high, twelve where it was rated low; rated anew meanwhile, the sooner \
            of the two holds. A message that is not answered, a \
            card left or word from somebody else is an attempt. Ends when a grown-up chooses to step away, until they \
            are in touch again.",
    stopped_by: Matter::InTouch,
    from: None,
    until: None,
    owed: in_touch,
    cases: &[
        Case {
            title: "eight weeks",
            told: |s| told(s, SPOKE),
            on: "2026-05-07",
            owed: "due 2026-05-05 met 2026-03-12; due 2026-05-07 due soon",
        },
        Case {
            title: "the day after it is overdue, for all the attempts",
            told: |s| {
                told(s, SPOKE);
                told(s, "2026-04-20 no-answer; 2026-04-22 nobody-in; 2026-04-27 heard-of");
            },
            on: "2026-05-08",
            owed: "due 2026-05-05 met 2026-03-12; due 2026-05-07 overdue",
        },
        Case {
            title: "nobody tells us of contacts",
            told: |s| {
                told(s, GROWN_UP);
                s.uncovered(Matter::InTouch);
            },
            on: "2026-06-01",
            owed: "due 2026-05-05 not known",
        },
        Case {
            title: "the need was rated high",
            told: |s| {
                told(s, GROWN_UP);
                told(s, "2026-03-11 rated high; 2026-03-20 rang");
            },
            on: "2026-04-18",
            owed: "due 2026-04-08 met 2026-03-20; due 2026-04-17 overdue",
        },
        Case {
            title: "rated high a fortnight after they spoke: four weeks from then, if that is sooner",
            told: |s| told(s, &format!("{SPOKE}; 2026-03-26 rated high")),
            on: "2026-04-24",
            owed: "due 2026-05-05 met 2026-03-12; due 2026-04-23 overdue",
        },
        Case {
            title: "rated high when it was nearly due: no later for that",
            told: |s| told(s, &format!("{SPOKE}; 2026-05-01 rated high")),
            on: "2026-05-08",
            owed: "due 2026-05-05 met 2026-03-12; due 2026-05-07 overdue",
        },
        Case {
            title: "rated high once they had spoken: what was met was due as before",
            told: |s| told(s, &format!("{SPOKE}; 2026-03-20 rang; 2026-03-26 rated high")),
            on: "2026-04-24",
            owed: "due 2026-05-05 met 2026-03-12; due 2026-05-07 met 2026-03-20; due 2026-04-23 overdue",
        },
        Case {
            title: "stepped away, then rang",
            told: |s| {
                told(s, GROWN_UP);
                told(s, "2026-03-20 rang; 2026-04-10 stepped-away; 2026-09-01 rang");
            },
            on: "2026-09-02",
            owed: "due 2026-05-05 met 2026-03-20; due 2026-05-15 superseded 2026-04-10; due 2026-10-27 running",
        },
        Case {
            title: "a child of 17 who steps away is still looked for",
            told: |s| told(s, "2009-03-10 born; 2025-01-01 care C2/U4; 2026-03-10 left; 2026-04-01 stepped-away"),
            on: "2026-05-06",
            owed: "due 2026-05-05 overdue",
        },
        Case {
            title: "a looked after child is visited",
            told: |s| told(s, "2010-03-10 born; 2025-01-01 care C2/U4"),
            on: "2026-05-06",
            owed: "",
        },
    ],
};
pub(super) const LOST: Clock = Clock {
    code: "W12",
    name: "lost_contact",
    title: "Lost touch: found again",
    limit: Limit(12, Unit::Weeks),
    source: "Children Act 1989 s23B(11), s23C(2)(b): the duty to re-establish contact; the number is local",
    notes: "What is tried and who is asked (housing, benefits, prison and probation, hospital, family) is kept with its \
            answers, and does not stop it: only the young person does.",
    owed: lost,
    cases: &[
        Case {
            title: "twelve weeks without a word",
            told: |s| told(s, SPOKE),
            on: "2026-06-04",
            owed: "due 2026-06-02 met 2026-03-12; due 2026-06-04 due soon",
        },
        Case {
            title: "overdue the day after, though the search is on",
            told: |s| {
                told(s, SPOKE);
                told(s, "2026-05-12 ask housing; 2026-05-20 told housing; 2026-05-21 nobody-in");
            },
            on: "2026-06-05",
            owed: "due 2026-06-02 met 2026-03-12; due 2026-06-04 overdue",
        },
        Case {
            title: "nobody tells us of contacts",
            told: |s| {
                told(s, GROWN_UP);
                s.uncovered(Matter::InTouch);
            },
            on: "2026-07-01",
            owed: "due 2026-06-02 not known",
        },
        Case {
            title: "found late",
            told: |s| {
                told(s, SPOKE);
                told(s, "2026-06-10 at-home");
            },
            on: "2026-06-11",
            owed: "due 2026-06-02 met 2026-03-12; due 2026-06-04 met late 2026-06-10; due 2026-09-02 running",
        },
        Case {
            title: "no source told of contacts until May: from then on it runs",
            told: |s| {
                told(s, GROWN_UP);
                s.recorded_since(Matter::InTouch, "2026-05-01");
            },
            on: "2026-07-01",
            owed: "due 2026-06-02 not known; due 2026-07-24 running",
        },
    ],
    ..IN_TOUCH
};
pub(super) const BIRTHDAY: Clock = Clock {
    code: "W15",
    name: "birthday_contact",
    title: "In touch about a birthday",
    starts: "Three months before a birthday from the 17th to the 21st at which OC3 asks after somebody who left care",
    stops: "They are spoken with, or seen",
    limit: Limit(1, Unit::Months),
    kind: Kind::DataReturn,
    source: "SSDA903 guide: OC3",
    mark: "K-M",
    notes: "From three months before the birthday until one month after it; activity and accommodation are told as of \
            the same days. A contact before that says nothing of the birthday. Not owed for who then lives with a parent \
            for six months: the return asks no more of them.",
    owed: birthday,
    cases: &[
        Case {
            title: "one month after the 19th birthday",
            told: |s| told(s, AT_19),
            on: "2026-04-10",
            owed: "due 2025-04-10 overdue; due 2026-04-10 due soon",
        },
        Case {
            title: "the day after it is overdue",
            told: |s| told(s, AT_19),
            on: "2026-04-11",
            owed: "due 2025-04-10 overdue; due 2026-04-10 overdue",
        },
        Case {
            title: "nobody tells us of contacts",
            told: |s| {
                told(s, AT_19);
                s.uncovered(Matter::InTouch);
            },
            on: "2026-04-11",
            owed: "due 2025-04-10 not known; due 2026-04-10 not known",
        },
        Case {
            title: "a day before the window, and in it",
            told: |s| {
                told(s, AT_19);
                told(s, "2024-12-09 rang; 2024-12-10 no-answer; 2025-12-10 rang");
            },
            on: "2026-04-11",
            owed: "due 2025-04-10 met late 2025-12-10; due 2026-04-10 met 2025-12-10",
        },
        Case {
            title: "who grows up in care is asked after at 19",
            told: |s| told(s, "2007-03-10 born; 2022-01-01 care C2/U4"),
            on: "2025-12-10",
            owed: "due 2026-04-10 running",
        },
        Case {
            title: "fewer than 91 days in care: not asked after",
            told: |s| told(s, "2008-03-10 born; 2024-04-01 care V2/U6; 2024-06-01 left"),
            on: "2026-04-11",
            owed: "",
        },
        Case {
            title: "qualifying by six months at home, and away from there again by 19",
            told: |s| told(s, HOME_AND_AWAY),
            on: "2026-04-11",
            owed: "due 2026-04-10 overdue",
        },
        Case {
            title: "with a parent for six months at the birthday: the return asks no more",
            told: |s| told(s, "2007-03-10 born; 2022-01-01 care V2/U4; 2024-06-01 left; 2025-02-01 home mother"),
            on: "2026-04-11",
            owed: "due 2025-04-10 overdue",
        },
        Case {
            title: "written down as relevant, with fewer than 91 days in care",
            told: |s| told(s, "2008-03-10 born; 2024-04-01 care V2/U6; 2024-06-01 left; 2024-06-02 recorded RELEVANT"),
            on: "2026-04-11",
            owed: "",
        },
    ],
    ..IN_TOUCH
};
const GROWN_UP: &str = "2008-03-10 born; 2024-01-01 care C2/U4";
const SPOKE: &str = "2008-03-10 born; 2024-01-01 care C2/U4; 2026-03-12 rang";
/// With a parent for six months at 18, so that nobody asks at that birthday.
const HOME_AND_AWAY: &str = "2007-03-10 born; 2022-01-01 care V2/U4; 2023-06-01 left; 2023-06-01 home mother; \
                             2025-09-01 away";
const AT_19: &str = "2007-03-10 born; 2023-01-01 care C2/U4; 2024-06-01 left";

fn in_touch(a: &Asked) -> Vec<Owed> {
    let spoken = touch::two_way(a.h);
    let sooner = |day| touch::sooner(a.h, a.norms, &spoken, day);
    let limit = |day| match sooner(day) {
        Some((due, _)) => Limit(days_between(day, due), Unit::Days),
        None => Limit(touch::weeks(a.norms, touch::need(a.h, day), day), Unit::Weeks),
    };
    let mut owed = kept(a, limit);
    for o in &mut owed {
        if let Some((_, arithmetic)) = sooner(o.start.on) {
            o.arithmetic = arithmetic;
        }
    }
    owed
}
fn lost(a: &Asked) -> Vec<Owed> {
    kept(a, |day| a.limit(day))
}
fn kept(a: &Asked, limit: impl Fn(Date) -> Limit) -> Vec<Owed> {
    let spoken = touch::two_way(a.h);
    let mut owed = vec![];
    for d in duties(a, |held| held.is_kept_in_touch()) {
        for (start, ended) in wanted(a, &d, &spoken) {
            // The contact that began it again does not answer itself.
            let then: Vec<Event> = spoken.iter().filter(|e| e.fact != start.fact).copied().collect();
            owed.extend(a.every(start, limit(start.on), |e| limit(e.on), &then, ended));
        }
    }
    owed
}
/// The times in which to keep in touch: the duty, less what a grown-up chose to be left alone for.
fn wanted(a: &Asked, d: &Duty, spoken: &[Event]) -> Vec<(Event, Option<Ended>)> {
    let adult = a.h.birthday(18);
    let in_duty = |e: &Event| e.on >= d.began.on && d.ended.is_none_or(|end| e.on < end.on);
    let mut all = vec![];
    let mut start = Some(d.began);
    for away in touch::stepped_away(a.h).into_iter().filter(|e| in_duty(e) && adult.is_some_and(|b18| e.on >= b18)) {
        // Said again while away changes nothing.
        let Some(from) = start.take_if(|s| not_before(&away, s)) else { continue };
        all.push((from, Some(Ended { on: away.on, why: "The young person chose to step away" })));
        start = spoken.iter().find(|e| (e.on, e.at) > (away.on, away.at) && in_duty(e)).copied();
    }
    all.extend(start.map(|from| (from, d.ended)));
    all
}
fn birthday(a: &Asked) -> Vec<Owed> {
    let spoken = touch::two_way(a.h);
    let died = a.h.person().died.map(|on| Ended { on, why: "The young person died" });
    let first = a.h.status_periods(a.norms).first().map(|p| p.began);
    let each = oc3::to_be_in_touch(a.h).into_iter().filter_map(|(opens, day)| {
        let start = first?.on(opens);
        let stop = spoken.iter().find(|e| e.on >= opens).copied();
        let arithmetic = format!("{} after the birthday on {}", a.clock.limit, words(day));
        Some(a.on_day(start, plus_months(day, a.clock.limit.0), arithmetic, stop, died.filter(|e| e.on >= opens)))
    });
    each.collect()
}
