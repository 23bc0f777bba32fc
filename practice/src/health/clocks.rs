//! The clocks of looked after children's health.
use super::Fact;
use crate::{
    asked::Ended,
    care::{self, PeriodOfCare, in_each_period},
    case::{Case, Story},
    clock::{Asked, Clock, Kind, Limit, Matter, Owed, Unit},
    day::{Date, plus_months},
    fact::{Event, Fact as F},
};

pub const CLOCKS: &[&Clock] = &[
    &INITIAL,
    &UNDER_FIVE,
    &FIVE_AND_OVER,
    &super::yearly::QUESTIONNAIRE,
    &super::yearly::DENTAL,
    &super::yearly::IMMUNISATIONS,
];

const INITIAL: Clock = Clock {
    code: "H01",
    name: "initial_health_assessment",
    title: "Initial health assessment",
    starts: "The child becomes looked after",
    stops: "A doctor has assessed the child's health",
    limit: Limit(20, Unit::WorkingDays),
    kind: Kind::StatutoryGuidance,
    source: "Promoting the health and well-being of looked-after children (2015); Care Planning Regulations 2010 reg 7",
    mark: "K-H",
    notes: "The report is to be there for the first review. Referral and consent usually reach the health service \
            within 5 working days. A child who understands what it means may refuse: then nothing more is owed \
            until a year after.",
    stopped_by: Matter::HealthAssessments,
    from: None,
    until: None,
    owed: initial,
    cases: &[
        Case {
            title: "due on the twentieth working day",
            told: |s| into_care(s, "2014-05-03"),
            on: "2026-03-30",
            owed: "due 2026-03-30 due soon",
        },
        Case {
            title: "overdue the day after",
            told: |s| into_care(s, "2014-05-03"),
            on: "2026-03-31",
            owed: "due 2026-03-30 overdue",
        },
        Case {
            title: "nobody tells us of health assessments",
            told: |s| {
                into_care(s, "2014-05-03");
                s.uncovered(Matter::HealthAssessments);
            },
            on: "2026-03-31",
            owed: "due 2026-03-30 not known",
        },
        Case {
            title: "done; back in care months later it is owed again",
            told: |s| {
                into_care(s, "2014-05-03");
                s.on("2026-03-20", assessed(true)).on("2026-04-20", care::clocks::left_care());
                s.on("2026-06-01", care::Fact::PlacementBegan(care::clocks::foster("V2")));
            },
            on: "2026-06-30",
            owed: "due 2026-03-30 met 2026-03-20; due 2026-06-29 overdue",
        },
        Case {
            title: "a young person of sixteen says no",
            told: |s| {
                into_care(s, "2010-02-03");
                s.on("2026-03-20", Fact::HealthAssessmentRefused);
            },
            on: "2026-04-20",
            owed: "due 2026-03-30 superseded 2026-03-20",
        },
        Case {
            title: "not in short breaks",
            told: |s| {
                s.born("2014-05-03").on("2026-03-02", care::Fact::PlacementBegan(care::clocks::foster("V3")));
                s.on("2026-03-05", care::clocks::left_care());
            },
            on: "2026-04-20",
            owed: "",
        },
    ],
};
const UNDER_FIVE: Clock = Clock {
    code: "H02",
    name: "health_review_under_five",
    title: "Review health assessment of a child under five",
    starts: "The child's health was assessed",
    stops: "It is assessed again",
    limit: Limit(6, Unit::Months),
    kind: Kind::Regulation,
    source: "Care Planning, Placement and Case Review (England) Regulations 2010 reg 7(4)",
    notes: "At least once in every six months before the fifth birthday. Where six months reach past that birthday, the \
            next is owed within twelve (H03).",
    owed: review,
    cases: &[
        Case {
            title: "due six months after the last",
            told: toddler,
            on: "2026-09-20",
            owed: "due 2026-09-20 due soon",
        },
        Case { title: "overdue the day after", told: toddler, on: "2026-09-21", owed: "due 2026-09-20 overdue" },
        Case {
            title: "health assessments are told until the end of March and no longer",
            told: |s| {
                toddler(s);
                s.told_only(Matter::HealthAssessments, "2026-03-01", "2026-03-31");
            },
            on: "2026-09-21",
            owed: "due 2026-09-20 not known",
        },
        Case {
            title: "six months end on the fifth birthday: still six months",
            told: |s| {
                into_care(s, "2021-09-20");
                s.on("2026-03-20", assessed(true));
            },
            on: "2026-09-20",
            owed: "due 2026-09-20 due soon",
        },
        Case {
            title: "31 August and six months is the last day of February",
            told: |s| {
                into_care(s, "2024-05-03");
                s.on("2026-08-31", assessed(true));
            },
            on: "2027-02-28",
            owed: "due 2027-02-28 due soon",
        },
        Case {
            title: "nobody said when the child was born",
            told: |s| {
                s.on("2026-03-02", care::Fact::PlacementBegan(care::clocks::foster("V2")))
                    .on("2026-03-20", assessed(true));
            },
            on: "2026-09-21",
            owed: "not known",
        },
    ],
    ..INITIAL
};
const FIVE_AND_OVER: Clock = Clock {
    code: "H03",
    name: "health_review_five_and_over",
    title: "Review health assessment of a child of five or over",
    starts: "The child's health was assessed",
    stops: "It is assessed again",
    limit: Limit(12, Unit::Months),
    notes: "At least once in every twelve months. A child who understands what it means may refuse: it is offered \
            again within a year.",
    cases: &[
        Case {
            title: "due twelve months after the last",
            told: at_school,
            on: "2027-03-20",
            owed: "due 2027-03-20 due soon",
        },
        Case { title: "overdue the day after", told: at_school, on: "2027-03-21", owed: "due 2027-03-20 overdue" },
        Case {
            title: "health assessments are told until the end of March and no longer",
            told: |s| {
                at_school(s);
                s.told_only(Matter::HealthAssessments, "2026-03-01", "2026-03-31");
            },
            on: "2027-03-21",
            owed: "due 2027-03-20 not known",
        },
        Case {
            title: "six months would reach a day past the fifth birthday",
            told: |s| {
                into_care(s, "2021-09-19");
                s.on("2026-03-20", assessed(true));
            },
            on: "2026-10-01",
            owed: "due 2027-03-20 running",
        },
        Case {
            title: "born on 29 February, five on 1 March",
            told: |s| {
                s.born("2020-02-29").on("2024-03-04", care::Fact::PlacementBegan(care::clocks::foster("C2")));
                s.on("2024-09-01", assessed(true)).on("2025-02-28", assessed(false));
            },
            on: "2026-03-01",
            owed: "due 2026-02-28 overdue",
        },
        Case {
            title: "refused, and offered again a year later",
            told: |s| {
                at_school(s);
                s.on("2027-03-01", Fact::HealthAssessmentRefused);
            },
            on: "2028-03-02",
            owed: "due 2027-03-20 superseded 2027-03-01; due 2028-03-01 overdue",
        },
        Case {
            title: "in care for years, and assessments are recorded here since April: twelve months from then",
            told: |s| {
                s.born("2014-05-03").on("2020-03-02", care::Fact::PlacementBegan(care::clocks::foster("C2")));
                s.recorded_since(Matter::HealthAssessments, "2026-04-01");
            },
            on: "2027-04-01",
            owed: "due 2027-04-01 due soon",
        },
        Case {
            title: "eighteen before it was due",
            told: |s| {
                into_care(s, "2008-12-01");
                s.on("2026-03-20", assessed(true));
            },
            on: "2027-04-01",
            owed: "due 2027-03-20 superseded 2026-12-01",
        },
    ],
    ..UNDER_FIVE
};
fn into_care(s: &mut Story, born: &str) {
    s.born(born).on("2026-03-02", care::Fact::PlacementBegan(care::clocks::foster("V2")));
}
fn assessed(initial: bool) -> Fact {
    Fact::HealthAssessmentDone { initial, report: None }
}
fn toddler(s: &mut Story) {
    into_care(s, "2024-05-03");
    s.on("2026-03-20", assessed(true));
}
fn at_school(s: &mut Story) {
    into_care(s, "2014-05-03");
    s.on("2026-03-20", assessed(true));
}

/// An assessment, or the child's no: both start the next.
fn assessments(a: &Asked, p: &PeriodOfCare) -> Vec<(Event, bool)> {
    let done = a.h.find(|f| match f {
        F::Health(Fact::HealthAssessmentDone { .. }) => Some(true),
        F::Health(Fact::HealthAssessmentRefused) => Some(false),
        _ => None,
    });
    let mut within: Vec<_> = done.map(|(k, done)| (Event::from(k), done)).filter(|(e, _)| p.holds(e.on)).collect();
    within.dedup_by_key(|(e, _)| e.on);
    within
}
const REFUSED: &str = "The child, understanding what it means, refused";
/// Met by an assessment; ended by the child's refusal, or with the period of care.
fn answer(p: &PeriodOfCare, next: Option<&(Event, bool)>) -> (Option<Event>, Option<Ended>) {
    match next {
        Some((e, true)) => (Some(*e), p.duty_ended()),
        Some((e, false)) => (None, Some(Ended { on: e.on, why: REFUSED })),
        None => (None, p.duty_ended()),
    }
}
fn initial(a: &Asked) -> Vec<Owed> {
    in_each_period(a, |p| chain(a, p))
}
fn review(a: &Asked) -> Vec<Owed> {
    in_each_period(a, |p| match a.h.born() {
        Some(_) => chain(a, p),
        None => undecided(a, p),
    })
}
/// Three clocks, one chain: an assessment falls under the first, or under the one that the fifth
/// birthday decides.
fn chain(a: &Asked, p: &PeriodOfCare) -> Vec<Owed> {
    let done = assessments(a, p);
    let starts = std::iter::once((INITIAL.code, INITIAL.limit, p.began()))
        .chain(done.iter().map(|(e, _)| (by_age(a, e.on).code, by_age(a, e.on).limit, *e)));
    let mut owed = vec![];
    for (n, (code, limit, from)) in starts.enumerate() {
        let (stop, ended) = answer(p, done.get(n));
        let one = a.by(from, limit, stop, ended);
        let again = a.resumed(Some(&one), |day| by_age(a, day).limit, stop, ended);
        owed.extend(Some(one).filter(|_| code == a.clock.code));
        owed.extend(again.into_iter().filter(|o| by_age(a, o.start.on).code == a.clock.code));
    }
    owed
}
/// Six months where they end before the fifth birthday or on it, twelve otherwise.
fn by_age(a: &Asked, last: Date) -> &'static Clock {
    match a.h.birthday(5).is_some_and(|fifth| plus_months(last, UNDER_FIVE.limit.0) <= fifth) {
        true => &UNDER_FIVE,
        false => &FIVE_AND_OVER,
    }
}
/// Without a date of birth nobody can say whether it is six months or twelve; said once, under the shorter.
fn undecided(a: &Asked, p: &PeriodOfCare) -> Vec<Owed> {
    let last = assessments(a, p).last().map(|(e, _)| *e).filter(|_| a.clock.code == UNDER_FIVE.code);
    let missing = "The child's date of birth, which decides whether it is six months or twelve";
    last.map(|e| a.not_known(e, missing, "the child's social worker")).into_iter().collect()
}
