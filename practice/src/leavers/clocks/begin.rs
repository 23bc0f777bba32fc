//! What begins with the status: the assessment of needs, the pathway plan, the adviser.
use super::{duties, events, plans_prepared};
use crate::{
    case::Case,
    clock::{Asked, Clock, Kind, Limit, Matter, Owed, Unit},
    day::{plus_days, plus_months, words},
    fact::Event,
    leavers::{Category, Fact, periods::Duty, told::told},
    norms::Norm,
    people::Part,
    plans::stories,
};

pub const AFTER_LATE_ASSESSMENT: Norm = Norm {
    code: "leavers_plan_after_late_assessment",
    title: "Pathway plan after an assessment that was late",
    default: 14,
    unit: "days after the assessment",
    why: "“As soon as possible after the assessment” (Care Planning Regulations 2010 reg 43): the law sets no number",
};

pub(super) const ELIGIBLE_ASSESSED: Clock = Clock {
    code: "W01",
    name: "eligible_child_assessed",
    title: "Needs assessment of an eligible child",
    starts: "The 16th birthday, or the later day on which the child becomes eligible",
    stops: "The assessment of needs is complete",
    limit: Limit(3, Unit::Months),
    kind: Kind::Regulation,
    source: "Care Planning Regulations 2010 reg 42(1)",
    mark: "F",
    notes: "Ends when the child ceases to be looked after: what is not done then is owed to a relevant child. One that \
            was completed while the adviser was introduced, from 15 and a half, counts. A child who comes back into \
            care is owed it where it was never done.",
    stopped_by: Matter::PathwayPlans,
    from: None,
    until: None,
    owed: eligible_assessed,
    cases: &[
        Case {
            title: "three months after the 16th birthday",
            told: |s| told(s, IN_CARE),
            on: "2026-06-10",
            owed: "due 2026-06-10 due soon",
        },
        Case {
            title: "the day after it is overdue",
            told: |s| told(s, IN_CARE),
            on: "2026-06-11",
            owed: "due 2026-06-10 overdue",
        },
        Case {
            title: "nobody tells us of assessments",
            told: |s| {
                told(s, IN_CARE);
                s.uncovered(Matter::PathwayPlans);
            },
            on: "2026-06-11",
            owed: "due 2026-06-10 not known",
        },
        Case {
            title: "eligible only on the 91st day in care",
            told: |s| told(s, "2010-03-10 born; 2026-04-01 care V2/U6"),
            on: "2026-07-02",
            owed: "due 2026-10-01 running",
        },
        Case {
            title: "assessed before the birthday, with the adviser",
            told: |s| told(s, "2010-03-10 born; 2025-01-01 care C2/U4; 2026-02-20 assessed"),
            on: "2026-06-11",
            owed: "due 2026-06-10 met 2026-02-20",
        },
        Case {
            title: "left care first: owed to a relevant child",
            told: |s| told(s, "2010-03-10 born; 2025-01-01 care C2/U4; 2026-05-01 left"),
            on: "2026-06-11",
            owed: "due 2026-06-10 superseded 2026-05-01",
        },
        Case {
            title: "ninety days in care are not thirteen weeks",
            told: |s| told(s, "2010-03-10 born; 2026-04-01 care V2/U6; 2026-06-30 left"),
            on: "2026-11-11",
            owed: "",
        },
        Case {
            title: "back in care, and never assessed between",
            told: |s| told(s, "2010-03-10 born; 2025-01-01 care C2/U4; 2026-05-01 left; 2026-06-01 care V2/U6"),
            on: "2026-08-21",
            owed: "due 2026-06-10 superseded 2026-05-01; due 2026-09-01 running",
        },
        Case {
            title: "back in care, assessed between: not owed again",
            told: |s| {
                told(
                    s,
                    "2010-03-10 born; 2025-01-01 care C2/U4; 2026-05-01 left; 2026-05-20 assessed; 2026-06-01 care V2/U6",
                )
            },
            on: "2026-08-21",
            owed: "due 2026-06-10 superseded 2026-05-01",
        },
    ],
};
pub(super) const PLAN_PREPARED: Clock = Clock {
    code: "W02",
    name: "pathway_plan_prepared",
    title: "Pathway plan prepared",
    starts: "The young person becomes eligible or relevant, or is so again, and has no plan",
    stops: "A pathway plan is prepared, or comes into force",
    kind: Kind::LocalNorm,
    source: "Care Planning Regulations 2010 reg 43; Care Leavers Regulations 2010 reg 6",
    mark: "K-H",
    notes: "The law says as soon as possible after the assessment, and no number. By 16 and three months; where the \
            assessment was later than that, within the council's norm after it.",
    owed: plan_prepared,
    cases: &[
        Case {
            title: "by 16 and three months",
            told: |s| told(s, IN_CARE),
            on: "2026-06-10",
            owed: "due 2026-06-10 due soon",
        },
        Case {
            title: "the day after it is overdue",
            told: |s| told(s, IN_CARE),
            on: "2026-06-11",
            owed: "due 2026-06-10 overdue",
        },
        Case {
            title: "nobody tells us of plans",
            told: |s| {
                told(s, IN_CARE);
                s.uncovered(Matter::PathwayPlans);
            },
            on: "2026-06-11",
            owed: "due 2026-06-10 not known",
        },
        Case {
            title: "the assessment was late: two weeks after it",
            told: |s| told(s, "2010-03-10 born; 2025-01-01 care C2/U4; 2026-06-20 assessed; 2026-07-01 planned"),
            on: "2026-07-11",
            owed: "due 2026-07-04 met 2026-07-01",
        },
        Case {
            title: "in force: agreed, and a copy in the young person's hands",
            told: |s| {
                told(s, "2009-12-10 born; 2025-01-01 care C2/U4");
                stories::drafted(s);
                s.on("2026-03-12", stories::agreed(1)).on("2026-03-13", stories::copy(1));
            },
            on: "2026-03-13",
            owed: "due 2026-03-10 met late 2026-03-13",
        },
        Case {
            title: "under a shorter norm of the council's own",
            told: |s| {
                told(s, IN_CARE);
                s.norm("W02", "2020-01-01", 2);
            },
            on: "2026-06-11",
            owed: "due 2026-05-10 overdue",
        },
        Case {
            title: "owed once, though the child left care between",
            told: |s| told(s, "2010-03-10 born; 2025-01-01 care C2/U4; 2026-05-01 left; 2026-05-20 planned"),
            on: "2026-07-11",
            owed: "due 2026-06-10 met 2026-05-20",
        },
        Case {
            title: "home broke down, and there never was a plan",
            told: |s| told(s, BROKE_DOWN),
            on: "2027-03-02",
            owed: "due 2026-06-10 superseded 2026-10-20; due 2027-03-01 overdue",
        },
        Case {
            title: "home broke down: the plan from before is reviewed",
            told: |s| told(s, &format!("{BROKE_DOWN}; 2026-05-01 planned")),
            on: "2027-03-02",
            owed: "due 2026-06-10 met 2026-05-01",
        },
        Case {
            title: "written down as former relevant at 19, without a plan",
            told: |s| {
                told(s, "2007-03-10 born; 2023-04-01 care V2/U6; 2023-06-01 left; 2026-05-01 recorded FORMER_RELEVANT")
            },
            on: "2026-08-02",
            owed: "due 2026-08-01 overdue",
        },
    ],
    ..ELIGIBLE_ASSESSED
};
pub(super) const RELEVANT_ASSESSED: Clock = Clock {
    code: "W03",
    name: "relevant_child_assessed",
    title: "Needs assessment of a relevant child",
    starts: "The child becomes relevant, or is so again, without having been assessed",
    source: "Care Leavers Regulations 2010 reg 5(2)",
    mark: "K-H",
    notes: "Not owed where it was done before, while the child was eligible.",
    owed: relevant_assessed,
    cases: &[
        Case {
            title: "three months after leaving care",
            told: |s| told(s, LEFT),
            on: "2026-07-20",
            owed: "due 2026-07-20 due soon",
        },
        Case {
            title: "the day after it is overdue",
            told: |s| told(s, LEFT),
            on: "2026-07-21",
            owed: "due 2026-07-20 overdue",
        },
        Case {
            title: "nobody tells us of assessments",
            told: |s| {
                told(s, LEFT);
                s.uncovered(Matter::PathwayPlans);
            },
            on: "2026-07-21",
            owed: "due 2026-07-20 not known",
        },
        Case {
            title: "done while eligible",
            told: |s| told(s, "2010-03-10 born; 2025-01-01 care C2/U4; 2026-04-01 assessed; 2026-04-20 left"),
            on: "2026-07-21",
            owed: "",
        },
        Case {
            title: "at home for six months: qualifying, and no longer owed",
            told: |s| told(s, PLACED_AT_HOME),
            on: "2026-08-21",
            owed: "due 2026-07-20 superseded 2026-06-01",
        },
        Case {
            title: "home broke down: relevant again, and never assessed",
            told: |s| told(s, BROKE_DOWN),
            on: "2027-03-02",
            owed: "due 2026-07-20 superseded 2026-10-20; due 2027-03-01 overdue",
        },
    ],
    ..ELIGIBLE_ASSESSED
};
pub(super) const ADVISER: Clock = Clock {
    code: "W04",
    name: "personal_adviser_appointed",
    title: "Personal adviser appointed",
    starts: "The young person becomes eligible or relevant, or is left without an adviser",
    stops: "An adviser is allocated",
    kind: Kind::LocalNorm,
    source: "Children Act 1989 Sch 2 para 19C, s23B(2), s23C(3), s23CA(2)",
    mark: "K-M",
    notes: "The law sets no number of days: by 16 and three months is the council's own. An adviser who was \
            introduced earlier, from 15 and a half, meets it.",
    stopped_by: Matter::Advisers,
    owed: adviser,
    cases: &[
        Case {
            title: "by 16 and three months",
            told: |s| told(s, IN_CARE),
            on: "2026-06-10",
            owed: "due 2026-06-10 due soon",
        },
        Case {
            title: "the day after it is overdue",
            told: |s| told(s, IN_CARE),
            on: "2026-06-11",
            owed: "due 2026-06-10 overdue",
        },
        Case {
            title: "nobody tells us of advisers",
            told: |s| {
                told(s, IN_CARE);
                s.uncovered(Matter::Advisers);
            },
            on: "2026-06-11",
            owed: "due 2026-06-10 not known",
        },
        Case {
            title: "introduced at 15 and a half",
            told: |s| told(s, "2010-03-10 born; 2025-01-01 care C2/U4; 2025-09-15 adviser"),
            on: "2026-06-11",
            owed: "due 2026-06-10 met 2025-09-15",
        },
        Case {
            title: "the adviser left, and nobody has taken over",
            told: |s| told(s, "2010-03-10 born; 2025-01-01 care C2/U4; 2026-04-15 adviser; 2026-06-01 no-adviser"),
            on: "2026-09-02",
            owed: "due 2026-06-10 met 2026-04-15; due 2026-09-01 overdue",
        },
        Case {
            title: "a qualifying young person has no right to one",
            told: |s| told(s, "2010-03-10 born; 2026-04-01 care V2/U6; 2026-06-01 left"),
            on: "2026-11-11",
            owed: "",
        },
    ],
    ..ELIGIBLE_ASSESSED
};
const IN_CARE: &str = "2010-03-10 born; 2025-01-01 care C2/U4";
const PLACED_AT_HOME: &str = "2010-03-10 born; 2025-01-01 care C2/U4; 2025-12-01 care C2/P1; 2025-12-01 home mother; \
                              2026-04-20 left";
/// Relevant, six months at home, and relevant again.
const BROKE_DOWN: &str = "2010-03-10 born; 2025-01-01 care V2/U4; 2026-04-20 left; 2026-04-20 home mother; \
                          2026-12-01 away";
const LEFT: &str = "2010-03-10 born; 2025-01-01 care C2/U4; 2026-04-20 left";

/// Those from 15 and a half on, while the adviser is introduced.
fn in_time(a: &Asked, mut done: Vec<Event>) -> Vec<Event> {
    let from = a.h.birthday(16).map(|b16| plus_months(b16, -6));
    done.retain(|e| from.is_some_and(|from| e.on >= from));
    done
}
fn assessed(a: &Asked) -> Vec<Event> {
    in_time(a, events(a, |f| matches!(f, Fact::NeedsAssessmentCompleted)))
}
/// The first that was done, unless it was after the duty's end.
fn first(done: &[Event], d: &Duty) -> Option<Event> {
    done.first().filter(|e| d.ended.is_none_or(|end| e.on <= end.on)).copied()
}
/// Done before a duty that begins, or begins again after a gap: not owed again.
fn is_done(done: &[Event], d: &Duty) -> bool {
    done.iter().any(|e| e.on < d.began.on)
}
fn eligible_assessed(a: &Asked) -> Vec<Owed> {
    let done = assessed(a);
    let eligible = duties(a, |held| held.category == Category::Eligible).into_iter().enumerate();
    // What was done while the adviser was introduced meets the first.
    let owed = eligible.filter(|(n, d)| *n == 0 || !is_done(&done, d));
    owed.map(|(_, d)| a.by(d.began, a.clock.limit, first(&done, &d), d.ended)).collect()
}
fn relevant_assessed(a: &Asked) -> Vec<Owed> {
    let done = assessed(a);
    let relevant = duties(a, |held| held.category == Category::Relevant).into_iter();
    relevant.filter(|d| !is_done(&done, d)).map(|d| a.once(d.began, &done, d.ended)).collect()
}
/// Owed until they have one, at 18 too. Whoever is supported again after 21 is planned with as W11 says.
fn plan_prepared(a: &Asked) -> Vec<Owed> {
    let (done, prepared) = (assessed(a), in_time(a, plans_prepared(a)));
    let b21 = a.h.birthday(21);
    let advised = duties(a, |held| held.is_advised()).into_iter().filter(|d| b21.is_none_or(|b21| d.began.on < b21));
    let owed = advised.enumerate().filter(|(n, d)| *n == 0 || !is_done(&prepared, d));
    owed.map(|(_, d)| planned(a, &d, first(&prepared, &d), first(&done, &d))).collect()
}
fn planned(a: &Asked, d: &Duty, stop: Option<Event>, assessed: Option<Event>) -> Owed {
    let limit = a.limit(d.began.on);
    match assessed.filter(|e| e.on > plus_months(d.began.on, limit.0)) {
        Some(e) => {
            let days = a.norms.get(&AFTER_LATE_ASSESSMENT, e.on);
            let arithmetic = format!("{days} days after the assessment of {}, which was late", words(e.on));
            a.on_day(d.began, plus_days(e.on, days), arithmetic, stop, d.ended)
        }
        None => a.by(d.began, limit, stop, d.ended),
    }
}
/// At the beginning of the duty, and again each time that nobody was left.
fn adviser(a: &Asked) -> Vec<Owed> {
    let allocated = a.h.person().allocations(a.h);
    let advised: Vec<_> = allocated.into_iter().filter(|al| al.part == Part::Adviser).collect();
    let event = |day| a.h.all().filter(|k| k.happened == day).map(Event::from).next_back();
    let mut owed = vec![];
    for d in duties(a, |held| held.is_advised()) {
        let from = d.began.on;
        let there = advised.iter().find(|al| al.started <= from && al.ended.is_none_or(|e| e > from));
        let first = there.or_else(|| advised.iter().find(|al| al.started >= from));
        let stop = first.and_then(|al| event(al.started));
        owed.push(a.by(d.began, a.limit(from), stop, d.ended));
        for (n, al) in advised.iter().enumerate() {
            let next = advised.get(n + 1);
            let Some(left) = al.ended.filter(|e| *e > from && d.ended.is_none_or(|end| *e < end.on)) else { continue };
            // Handed over on the day: nobody was left without.
            if next.is_none_or(|next| next.started > left) {
                let Some(start) = event(left) else { continue };
                owed.push(a.by(start, a.limit(left), next.and_then(|next| event(next.started)), d.ended));
            }
        }
    }
    owed
}
