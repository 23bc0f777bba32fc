//! The clocks of missing children. They run in hours: without the hour nobody can say.
use super::{Fact, TimeMissing};
use crate::{
    asked::{Ended, not_before},
    case::{Case, Story},
    clock::{Asked, Clock, Kind, Limit, Matter, Owed, Unit},
    day::days_between,
    fact::{Event, Fact as F},
};

pub const CLOCKS: &[&Clock] = &[&RETURN_INTERVIEW, &SAFE_AND_WELL, &SENIOR_MANAGER, &STRATEGY_MEETING];

const RETURN_INTERVIEW: Clock = Clock {
    code: "M01",
    name: "return_interview",
    title: "Return home interview",
    starts: "The child is found or comes back",
    stops: "An independent interview is held",
    limit: Limit(72, Unit::Hours),
    kind: Kind::StatutoryGuidance,
    source: "Statutory guidance on children who run away or go missing from home or care (2014)",
    mark: "F",
    notes: "By somebody independent of the placement. Also after being away without authorisation. A refusal is recorded \
            and the interview offered again. For a child placed elsewhere the responsible authority arranges it.",
    stopped_by: Matter::ReturnInterviews,
    from: None,
    until: None,
    owed: return_interview,
    cases: &[
        Case {
            title: "due 72 hours after the return",
            told: back,
            on: "2026-03-07T18:29",
            owed: "due 2026-03-07T18:30 due soon",
        },
        Case {
            title: "overdue at that minute",
            told: back,
            on: "2026-03-07T18:30",
            owed: "due 2026-03-07T18:30 overdue",
        },
        Case { title: "overdue the day after", told: back, on: "2026-03-08", owed: "due 2026-03-07T18:30 overdue" },
        Case {
            title: "nobody tells us of interviews",
            told: |s| {
                back(s);
                s.uncovered(Matter::ReturnInterviews);
            },
            on: "2026-03-08",
            owed: "due 2026-03-07T18:30 not known",
        },
        Case {
            title: "the hour of the return was not said",
            told: |s| {
                s.on("2026-03-03T22:00", went()).on("2026-03-04", Fact::Found);
            },
            on: "2026-03-08",
            owed: "not known",
        },
        Case {
            title: "a return of the council knows days, not hours",
            told: reported,
            on: "2026-03-08",
            owed: "not known",
        },
        Case {
            title: "72 hours over the night in which the clocks go forward",
            told: |s| {
                s.on("2026-03-27T22:00", went()).on("2026-03-28T18:00", Fact::Found).on("2026-03-31T18:30", held(true));
            },
            on: "2026-04-01",
            owed: "due 2026-03-31T19:00 met 2026-03-31",
        },
        Case {
            title: "an interview by the carer is not the interview",
            told: |s| {
                back(s);
                s.on("2026-03-05T10:00", held(false));
            },
            on: "2026-03-08",
            owed: "due 2026-03-07T18:30 overdue",
        },
        Case {
            title: "refused in time",
            told: |s| {
                back(s);
                s.on("2026-03-05T10:00", refused());
            },
            on: "2026-03-08",
            owed: "due 2026-03-07T18:30 superseded 2026-03-05",
        },
        Case {
            title: "refused, offered again, held late; and the next time is another",
            told: |s| {
                back(s);
                s.on("2026-03-05T10:00", refused()).on("2026-03-09T10:00", held(true));
                s.on("2026-03-20T22:00", went()).on("2026-03-21T09:00", Fact::Found);
            },
            on: "2026-03-22",
            owed: "due 2026-03-07T18:30 met late 2026-03-09; due 2026-03-24T09:00 due soon",
        },
        Case {
            title: "still missing",
            told: |s| {
                s.on("2026-03-03T22:00", went());
            },
            on: "2026-03-22",
            owed: "",
        },
    ],
};
const SAFE_AND_WELL: Clock = Clock {
    code: "M02",
    name: "safe_and_well_check",
    title: "Police prevention interview (safe and well)",
    starts: "The child is found or comes back",
    stops: "The police have seen the child",
    limit: Limit(24, Unit::Hours),
    kind: Kind::LocalNorm,
    source: "Department for Education and College of Policing guidance",
    mark: "K-M",
    notes: "The guidance says as soon as possible and no number: the number is the council's own.",
    stopped_by: Matter::MissingResponses,
    owed: safe_and_well,
    cases: &[
        Case {
            title: "due a day after the return",
            told: back,
            on: "2026-03-05T18:29",
            owed: "due 2026-03-05T18:30 due soon",
        },
        Case { title: "overdue the day after", told: back, on: "2026-03-06", owed: "due 2026-03-05T18:30 overdue" },
        Case {
            title: "nobody tells us what is done while a child is missing",
            told: |s| {
                back(s);
                s.uncovered(Matter::MissingResponses);
            },
            on: "2026-03-06",
            owed: "due 2026-03-05T18:30 not known",
        },
        Case {
            title: "seen, under a shorter norm",
            told: |s| {
                back(s);
                s.norm("M02", "2026-01-01", 12).on("2026-03-05T07:00", Fact::SafeAndWellCheckDone);
            },
            on: "2026-03-06",
            owed: "due 2026-03-05T06:30 met late 2026-03-05",
        },
    ],
    ..RETURN_INTERVIEW
};
const SENIOR_MANAGER: Clock = Clock {
    code: "M03",
    name: "senior_manager_told",
    title: "Senior manager told of a missing child",
    starts: "The child goes missing",
    stops: "A senior manager is told",
    limit: Limit(24, Unit::Hours),
    source: "Local protocol",
    notes: "The director, and a strategy meeting, by 72 hours. Ends when the child is found.",
    owed: senior_manager,
    cases: &[
        Case {
            title: "due a day after the child went",
            told: gone,
            on: "2026-03-04T21:59",
            owed: "due 2026-03-04T22:00 due soon",
        },
        Case { title: "overdue the day after", told: gone, on: "2026-03-05", owed: "due 2026-03-04T22:00 overdue" },
        Case {
            title: "the hour was not said",
            told: |s| {
                s.on("2026-03-03", went());
            },
            on: "2026-03-05",
            owed: "not known",
        },
        Case {
            title: "found before it was due",
            told: back,
            on: "2026-03-05",
            owed: "due 2026-03-04T22:00 superseded 2026-03-04",
        },
        Case {
            title: "told in time",
            told: |s| {
                gone(s);
                s.on("2026-03-04T20:00", Fact::SeniorManagerTold { name: "A. Director".into() });
            },
            on: "2026-03-05",
            owed: "due 2026-03-04T22:00 met 2026-03-04",
        },
    ],
    ..SAFE_AND_WELL
};
const STRATEGY_MEETING: Clock = Clock {
    code: "M04",
    name: "missing_strategy_meeting",
    title: "Meeting about a child who goes missing again and again",
    starts: "The third time in 90 days begins",
    stops: "A meeting is held with police and partners",
    limit: Limit(5, Unit::WorkingDays),
    source: "Local protocol",
    mark: "K-L",
    notes: "A time that follows while the meeting is still owed asks for no second one.",
    owed: strategy_meeting,
    cases: &[
        Case {
            title: "due on the fifth working day after the third time",
            told: third,
            on: "2026-03-30",
            owed: "due 2026-03-30 due soon",
        },
        Case { title: "overdue the day after", told: third, on: "2026-03-31", owed: "due 2026-03-30 overdue" },
        Case {
            title: "nobody tells us what is done while a child is missing",
            told: |s| {
                third(s);
                s.uncovered(Matter::MissingResponses);
            },
            on: "2026-03-31",
            owed: "due 2026-03-30 not known",
        },
        Case {
            title: "90 days between the first and the third: within; 91: not",
            told: |s| {
                time(s, "2026-01-01");
                time(s, "2026-02-01");
                time(s, "2026-04-01");
            },
            on: "2026-04-02",
            owed: "due 2026-04-10 running",
        },
        Case {
            title: "91 days between them",
            told: |s| {
                time(s, "2026-01-01");
                time(s, "2026-02-01");
                time(s, "2026-04-02");
            },
            on: "2026-04-03",
            owed: "",
        },
        Case {
            title: "a fourth time before the meeting asks for no second; a fifth after it does",
            told: |s| {
                third(s);
                time(s, "2026-03-25");
                s.on("2026-03-27", Fact::StrategyMeetingHeld);
                time(s, "2026-04-13");
            },
            on: "2026-04-21",
            owed: "due 2026-03-30 met 2026-03-27; due 2026-04-20 overdue",
        },
    ],
    ..SAFE_AND_WELL
};
fn went() -> Fact {
    Fact::WentMissing { kind: "M".into() }
}
fn gone(s: &mut Story) {
    s.born("2012-05-03").on("2026-03-03T22:00", went());
}
fn back(s: &mut Story) {
    gone(s);
    s.on("2026-03-04T18:30", Fact::Found);
}
fn time(s: &mut Story, day: &str) {
    s.on(&format!("{day}T10:00"), went()).on(&format!("{day}T20:00"), Fact::Found);
}
fn third(s: &mut Story) {
    time(s, "2026-02-02");
    time(s, "2026-03-02");
    time(s, "2026-03-23");
}
fn held(independent: bool) -> Fact {
    Fact::ReturnInterviewHeld { by: "An interviewer".into(), independent }
}
fn refused() -> Fact {
    Fact::ReturnInterviewRefused { why: "Does not want to talk".into() }
}
fn reported(s: &mut Story) {
    let row = super::reported::Missing {
        missing: "M".into(),
        mis_start: "2026-03-03".into(),
        mis_end: "2026-03-04".into(),
        ..Default::default()
    };
    s.on("2026-03-03", Fact::MissingReported(Box::new(row)));
}

/// What ends any of these before it is done: the child grew up or died.
fn no_longer_a_child(a: &Asked) -> Option<Ended> {
    let adult = a.h.birthday(18).filter(|b| *b <= a.h.today).map(|on| Ended { on, why: crate::care::ADULT });
    let died = a.h.person().died.map(|on| Ended { on, why: crate::care::DIED });
    [adult, died].into_iter().flatten().min_by_key(|e| e.on)
}
fn return_interview(a: &Asked) -> Vec<Owed> {
    let held = a.h.events(|f| matches!(f, F::Missing(Fact::ReturnInterviewHeld { independent: true, .. })));
    let refused = a.h.events(|f| matches!(f, F::Missing(Fact::ReturnInterviewRefused { .. })));
    let after = |events: &[Event], found: &Event| events.iter().find(|e| not_before(e, found)).copied();
    let owed = |found: Event| {
        let stop = after(&held, &found);
        let no = after(&refused, &found).filter(|_| stop.is_none());
        let ended = no.map(|e| Ended { on: e.on, why: "The child refused it: offer it again" });
        a.by(found, a.limit(found.on), stop, ended.or(no_longer_a_child(a)))
    };
    a.h.times_missing().iter().filter_map(|t| t.found).map(owed).collect()
}
fn safe_and_well(a: &Asked) -> Vec<Owed> {
    let seen = a.h.events(|f| matches!(f, F::Missing(Fact::SafeAndWellCheckDone)));
    let found = a.h.times_missing().iter().filter_map(|t| t.found);
    found.map(|found| a.once(found, &seen, no_longer_a_child(a))).collect()
}
fn senior_manager(a: &Asked) -> Vec<Owed> {
    let told = a.h.events(|f| matches!(f, F::Missing(Fact::SeniorManagerTold { .. })));
    let owed = |t: &TimeMissing| {
        let back = t.found.map(|f| Ended { on: f.on, why: "The child was found" });
        t.went.map(|went| a.once(went, &told, back.or(no_longer_a_child(a))))
    };
    a.h.times_missing().iter().filter_map(owed).collect()
}
fn strategy_meeting(a: &Asked) -> Vec<Owed> {
    let held = a.h.events(|f| matches!(f, F::Missing(Fact::StrategyMeetingHeld)));
    let went: Vec<Event> = a.h.times_missing().iter().filter_map(|t| t.went).collect();
    let mut starts: Vec<Event> = vec![];
    for times in went.windows(3) {
        let still_owed = starts.last().is_some_and(|s| !held.iter().any(|m| s.on <= m.on && m.on <= times[2].on));
        if days_between(times[0].on, times[2].on) <= 90 && !still_owed {
            starts.push(times[2]);
        }
    }
    starts.iter().map(|s| a.once(*s, &held, no_longer_a_child(a))).collect()
}
