//! The clocks of the young person's own side: what they say is answered, and that they are not safe is opened.
use super::{Fact, alarms, sayings};
use crate::{
    asked::Ended,
    case::{Case, Story},
    clock::{Asked, Clock, Kind, Limit, Matter, Owed, Unit},
    day::Date,
    fact::Id,
    norms::Norms,
};

pub const CLOCKS: &[&Clock] = &[&ANSWERED, &NOT_SAFE_OPENED];

pub const ANSWERED: Clock = Clock {
    code: "B03",
    name: "young_person_answered",
    title: "Young person answered",
    starts: "A young person says or asks something on their own page",
    stops: "Somebody answers it there",
    limit: Limit(5, Unit::WorkingDays),
    kind: Kind::LocalNorm,
    source: "Our own choice: the law sets no number. A council has to find out and consider wishes and feelings (Children Act 1989 s22(4)-(5))",
    mark: "K-M",
    notes: "The young person is told the day when they send it. Nothing else answers it: a call that was made stands in \
            the record, and the answer says so.",
    stopped_by: Matter::OwnPages,
    from: None,
    until: None,
    owed: answered,
    cases: &[
        Case {
            title: "said on a Monday, due the Monday after",
            told: said,
            on: "2026-11-09",
            owed: "due 2026-11-09 due soon",
        },
        Case { title: "the day after it is overdue", told: said, on: "2026-11-10", owed: "due 2026-11-09 overdue" },
        Case {
            title: "in a year whose bank holidays nobody entered",
            told: |s| says(s, "2031-03-03T10:00"),
            on: "2031-03-04",
            owed: "not known",
        },
        Case {
            title: "answered on the last day",
            told: |s| {
                said(s);
                answers(s, "2026-11-09T16:00");
            },
            on: "2026-11-12",
            owed: "due 2026-11-09 met 2026-11-09",
        },
        Case {
            title: "each is answered by itself, under a norm of two days",
            told: |s| {
                s.norm("B03", "2026-01-01", 2);
                said(s);
                answers(s, "2026-11-03T16:00");
                says(s, "2026-11-05T10:00");
            },
            on: "2026-11-06",
            owed: "due 2026-11-04 met 2026-11-03; due 2026-11-09 due soon",
        },
        Case {
            title: "who has died is owed no answer",
            told: |s| {
                said(s);
                s.on("2026-11-05", crate::people::Fact::Died);
            },
            on: "2026-11-12",
            owed: "due 2026-11-09 superseded 2026-11-05",
        },
    ],
};
pub const NOT_SAFE_OPENED: Clock = Clock {
    code: "B04",
    name: "not_safe_opened",
    title: "“I do not feel safe” opened",
    starts: "A young person says on their own page that they do not feel safe",
    stops: "One of those who were told opens it",
    limit: Limit(15, Unit::Minutes),
    kind: Kind::LocalNorm,
    source: "Our own choice: the law sets no number",
    mark: "K-M",
    notes: "Whoever is on duty is told at once; a gap in the rota is every team manager. Not opened in this time it goes \
            to the manager on duty or of the team, and after as long again to the director.",
    stopped_by: Matter::OwnPages,
    owed: opened,
    cases: &[
        Case {
            title: "pressed at ten past ten at night",
            told: not_safe,
            on: "2026-11-02T22:20",
            owed: "due 2026-11-02T22:25 due soon",
        },
        Case {
            title: "a quarter of an hour later",
            told: not_safe,
            on: "2026-11-02T22:25",
            owed: "due 2026-11-02T22:25 overdue",
        },
        Case { title: "still the day after", told: not_safe, on: "2026-11-03", owed: "due 2026-11-02T22:25 overdue" },
        Case {
            title: "the hour is not known",
            told: |s| {
                s.born("2008-05-03").on("2026-11-02", alarm());
            },
            on: "2026-11-03",
            owed: "not known",
        },
        Case {
            title: "opened in time",
            told: |s| {
                not_safe(s);
                opens(s, "2026-11-02T22:14");
            },
            on: "2026-11-03",
            owed: "due 2026-11-02T22:25 met 2026-11-02",
        },
        Case {
            title: "opened late under a norm of ten minutes",
            told: |s| {
                s.norm("B04", "2026-01-01", 10);
                not_safe(s);
                opens(s, "2026-11-02T22:24");
            },
            on: "2026-11-03",
            owed: "due 2026-11-02T22:20 met late 2026-11-02",
        },
    ],
    ..ANSWERED
};

fn answered(a: &Asked) -> Vec<Owed> {
    let ended = a.h.person().died.map(|on| Ended { on, why: "The young person died" });
    let each = sayings(a.h).into_iter();
    each.map(|s| a.by(s.said, a.limit(s.said.on), s.answered.map(|(event, _)| event), ended)).collect()
}
fn opened(a: &Asked) -> Vec<Owed> {
    let each = alarms(a.h).into_iter();
    each.map(|x| a.by(x.raised, a.limit(x.raised.on), x.opened.map(|(event, _)| event), None)).collect()
}
/// How long each of those who are told first has before the next are told.
pub fn minutes_to_open(norms: &Norms, on: Date) -> i64 {
    norms.number(NOT_SAFE_OPENED.code, on).unwrap_or(NOT_SAFE_OPENED.limit.0)
}
/// The day by which an answer is promised for what is said on a day; `None` where no calendar says.
pub fn answer_by(norms: &Norms, on: Date) -> Option<Date> {
    let days = norms.number(ANSWERED.code, on).unwrap_or(ANSWERED.limit.0);
    norms.calendar.plus_working_days(on, days).map(|counted| counted.day)
}

const ADVISER: Id = Id::from_u128(0xAD);
fn says(s: &mut Story, when: &str) {
    s.on(when, Fact::Said { childs_words: "I want to see my brother".into() });
}
fn said(s: &mut Story) {
    s.born("2008-05-03");
    says(s, "2026-11-02T18:00");
}
/// The last that the story holds, by the adviser.
fn last(s: &Story, is: fn(&Fact) -> bool) -> Id {
    let last = s.facts.iter().rev().find(|k| matches!(&k.fact, crate::Fact::Young(f) if is(f)));
    last.map(|k| k.id).unwrap_or_default()
}
fn answers(s: &mut Story, when: &str) {
    let said = last(s, |f| matches!(f, Fact::Said { .. }));
    s.on(when, Fact::Answered { said, words: "We rang his carer".into() }).by(ADVISER);
}
fn alarm() -> Fact {
    Fact::NotSafe { childs_words: String::new(), reach: String::new(), told: vec![] }
}
fn not_safe(s: &mut Story) {
    s.born("2008-05-03").on("2026-11-02T22:10", alarm());
}
fn opens(s: &mut Story, when: &str) {
    let alarm = last(s, |f| matches!(f, Fact::NotSafe { .. }));
    s.on(when, Fact::NotSafeOpened { alarm }).by(ADVISER);
}
