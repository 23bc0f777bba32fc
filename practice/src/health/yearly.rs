//! What the 903 asks about every child looked after for a year (OC2): a questionnaire, teeth, immunisations.
use super::Fact;
use crate::{
    asked::Ended,
    care::{self, in_each_period},
    case::{Case, Story},
    clock::{Asked, Clock, Kind, Limit, Matter, Owed, Unit},
    day::{Date, date, plus_months},
    fact::{Event, Fact as F},
};

pub(super) const QUESTIONNAIRE: Clock = Clock {
    code: "H04",
    name: "sdq",
    title: "Strengths and difficulties questionnaire",
    starts: "The child, aged 4 to 16, is looked after; later, a questionnaire is scored",
    stops: "The carer's questionnaire is scored",
    limit: Limit(12, Unit::Months),
    kind: Kind::DataReturn,
    source: "SSDA903 OC2",
    mark: "K-H",
    notes: "Score 0 to 40: up to 13 ordinary, 14 to 16 borderline, 17 and more a cause for concern. A return says that it \
            was done in its year and not when: it is then taken to have been in time.",
    stopped_by: Matter::Sdq,
    from: None,
    until: None,
    owed: |a| aged(a, 4, 17),
    cases: &[
        Case {
            title: "due a year after the child came into care",
            told: |s| into_care(s, "2014-05-03"),
            on: "2026-03-02",
            owed: "due 2026-03-02 due soon",
        },
        Case {
            title: "overdue the day after",
            told: |s| into_care(s, "2014-05-03"),
            on: "2026-03-03",
            owed: "due 2026-03-02 overdue",
        },
        Case {
            title: "nobody tells us of questionnaires",
            told: |s| {
                into_care(s, "2014-05-03");
                s.uncovered(Matter::Sdq);
            },
            on: "2026-03-03",
            owed: "due 2026-03-02 not known",
        },
        Case {
            title: "the year is counted from the fourth birthday",
            told: |s| {
                into_care(s, "2021-05-03");
                s.on("2026-05-03", Fact::SdqDone { score: 15 });
            },
            on: "2026-06-01",
            owed: "due 2026-05-03 met 2026-05-03; due 2027-05-03 running",
        },
        Case {
            title: "seventeen before it was due",
            told: |s| into_care(s, "2009-02-03"),
            on: "2026-06-01",
            owed: "due 2026-03-02 superseded 2026-02-03",
        },
        Case { title: "too young", told: |s| into_care(s, "2024-05-03"), on: "2027-06-01", owed: "" },
        Case {
            title: "nobody said when the child was born",
            told: |s| {
                s.on("2025-03-02", care::Fact::PlacementBegan(care::clocks::foster("V2")));
            },
            on: "2026-03-03",
            owed: "not known",
        },
    ],
};
pub(super) const DENTAL: Clock = Clock {
    code: "H05",
    name: "dental_check",
    title: "Dental check",
    starts: "The child becomes looked after; later, the teeth are checked",
    stops: "The teeth are checked",
    source: "SSDA903 OC2; NICE: up to 12 months between checks under 18",
    notes: "A return says that it was done in its year and not when: it is then taken to have been in time.",
    stopped_by: Matter::DentalChecks,
    owed: |a| aged(a, 0, 18),
    cases: &[
        Case {
            title: "due a year after the child came into care",
            told: |s| into_care(s, "2014-05-03"),
            on: "2026-03-02",
            owed: "due 2026-03-02 due soon",
        },
        Case {
            title: "overdue the day after",
            told: |s| into_care(s, "2014-05-03"),
            on: "2026-03-03",
            owed: "due 2026-03-02 overdue",
        },
        Case {
            title: "nobody tells us of dental checks",
            told: |s| {
                into_care(s, "2014-05-03");
                s.uncovered(Matter::DentalChecks);
            },
            on: "2026-03-03",
            owed: "due 2026-03-02 not known",
        },
        Case {
            title: "from 29 February to 28 February",
            told: |s| {
                s.born("2014-05-03").on("2023-06-01", care::Fact::PlacementBegan(care::clocks::foster("C2")));
                s.on("2024-02-29", Fact::DentalCheckDone);
            },
            on: "2025-02-28",
            owed: "due 2024-06-01 met 2024-02-29; due 2025-02-28 due soon",
        },
        Case {
            title: "two returns say that it was done in their years, and nobody says more",
            told: |s| {
                s.born("2014-05-03").on("2015-06-01", care::Fact::PlacementBegan(care::clocks::foster("C2")));
                s.on("2017-03-31", oc2(2017)).on("2018-03-31", oc2(2018)).uncovered(Matter::DentalChecks);
            },
            on: "2026-05-01",
            owed: "due 2016-06-01 met 2016-06-01; due 2018-03-31 met 2018-03-31; due 2019-03-31 not known",
        },
    ],
    ..QUESTIONNAIRE
};
pub(super) const IMMUNISATIONS: Clock = Clock {
    code: "H06",
    name: "immunisations",
    title: "Immunisations up to date",
    starts: "The child becomes looked after; later, the immunisations were found up to date",
    stops: "The immunisations are found up to date",
    source: "SSDA903 OC2",
    stopped_by: Matter::Immunisations,
    cases: &[
        Case {
            title: "due a year after the child came into care",
            told: |s| into_care(s, "2014-05-03"),
            on: "2026-03-02",
            owed: "due 2026-03-02 due soon",
        },
        Case {
            title: "overdue the day after",
            told: |s| into_care(s, "2014-05-03"),
            on: "2026-03-03",
            owed: "due 2026-03-02 overdue",
        },
        Case {
            title: "nobody tells us of immunisations",
            told: |s| {
                into_care(s, "2014-05-03");
                s.uncovered(Matter::Immunisations);
            },
            on: "2026-03-03",
            owed: "due 2026-03-02 not known",
        },
        Case {
            title: "looked at and found wanting, then put right",
            told: |s| {
                into_care(s, "2014-05-03");
                s.on("2025-05-01", Fact::ImmunisationsChecked { up_to_date: false });
                s.on("2025-06-01", Fact::ImmunisationsChecked { up_to_date: true });
            },
            on: "2026-03-03",
            owed: "due 2026-03-02 met 2025-06-01; due 2026-06-01 running",
        },
    ],
    ..DENTAL
};
fn into_care(s: &mut Story, born: &str) {
    s.born(born).on("2025-03-02", care::Fact::PlacementBegan(care::clocks::foster("V2")));
}
fn oc2(year: i16) -> Fact {
    let origin = crate::reported::Origin { return_year: year, ..Default::default() };
    Fact::Oc2Reported(Box::new(super::reported::Oc2 { origin, teeth_check: "1".into(), ..Default::default() }))
}

/// Something was done on a day, or on some day from one to another.
struct Done {
    event: Event,
    earliest: Date,
    latest: Date,
}
fn done(a: &Asked) -> Vec<Done> {
    let mut all = vec![];
    for k in a.h.all() {
        let F::Health(fact) = &k.fact else { continue };
        let event = Event::from(k);
        let (recorded, year) = match (fact, a.clock.stopped_by) {
            (Fact::SdqDone { .. }, Matter::Sdq) => (true, None),
            (Fact::DentalCheckDone, Matter::DentalChecks) => (true, None),
            (Fact::ImmunisationsChecked { up_to_date }, Matter::Immunisations) => (*up_to_date, None),
            (Fact::Oc2Reported(row), Matter::Sdq) => (false, row.sdq_score.value.map(|_| row.origin.return_year)),
            (Fact::Oc2Reported(row), Matter::DentalChecks) => (false, year_of(row, row.teeth_check.value)),
            (Fact::Oc2Reported(row), Matter::Immunisations) => (false, year_of(row, row.immunisations.value)),
            _ => (false, None),
        };
        all.extend(recorded.then_some(Done { event, earliest: event.on, latest: event.on }));
        all.extend(year.map(|year| Done { event, earliest: date(year - 1, 4, 1), latest: date(year, 3, 31) }));
    }
    all.sort_by_key(|d| (d.latest, d.earliest));
    all
}
fn year_of(row: &super::reported::Oc2, said: Option<bool>) -> Option<i16> {
    said.filter(|yes| *yes).map(|_| row.origin.return_year)
}
/// Once in every twelve months of a period of care, between two birthdays.
fn aged(a: &Asked, from: i64, until: i64) -> Vec<Owed> {
    let done = done(a);
    in_each_period(a, |p| {
        let (Some(first), Some(last)) = (a.h.birthday(from), a.h.birthday(until)) else {
            let missing = "The child's date of birth, which decides between which ages it is owed";
            return vec![a.not_known(p.began(), missing, "the child's social worker")];
        };
        let old = (last <= a.h.today).then_some(Ended { on: last, why: "The child is too old for it" });
        let ended = [p.duty_ended(), old].into_iter().flatten().min_by_key(|e| e.on);
        let start = if first > p.began().on { p.began().on(first) } else { p.began() };
        match start.on <= a.h.today && ended.is_none_or(|e| start.on < e.on) {
            true => every_year(a, start, &done, ended),
            false => vec![],
        }
    })
}
fn every_year(a: &Asked, start: Event, done: &[Done], ended: Option<Ended>) -> Vec<Owed> {
    let mut owed = vec![];
    let mut from = start;
    let mut left = done.iter().filter(|d| d.latest >= start.on && ended.is_none_or(|e| d.earliest <= e.on)).peekable();
    loop {
        let next = left.next();
        // Of the days on which it may have been done, the one that breaks no limit: a breach is not guessed.
        let day = |d: &Done| plus_months(from.on, a.clock.limit.0).clamp(d.earliest, d.latest);
        let stop = next.map(|d| if d.earliest == d.latest { d.event } else { d.event.on(day(d)) });
        owed.push(a.by(from, a.clock.limit, stop, ended));
        owed.extend(a.resumed(owed.last(), |_| a.clock.limit, stop, ended));
        let Some(next) = next else { break };
        while left.next_if(|d| d.latest == next.latest).is_some() {}
        from = if next.earliest == next.latest { next.event } else { next.event.on(next.latest) };
        if ended.is_some_and(|e| e.on <= from.on) {
            break;
        }
    }
    owed
}
