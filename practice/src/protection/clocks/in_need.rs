//! Children in need: the law sets the duty to help and no times, so every number here is the council's own.
use super::{Fact, in_need_plan, plan_made, visit, visits};
use crate::{
    asked::Ended,
    assessment,
    case::{Case, Story},
    clock::{Asked, Clock, Kind, Limit, Matter, Owed, Unit},
    fact::{Event, Fact as F},
    front_door,
    norms::Norm,
    protection::{InNeedPlan, view::facts},
    span::Span,
};

/// What the five share.
const IN_NEED: Clock = Clock {
    code: "",
    name: "",
    title: "",
    starts: "The child in need plan is agreed",
    stops: "",
    limit: Limit(0, Unit::WorkingDays),
    kind: Kind::LocalNorm,
    source: "Children Act 1989 s17, which sets no time; local procedures",
    mark: "K-M",
    notes: "",
    stopped_by: Matter::InNeedReviews,
    from: None,
    until: None,
    owed: |_| vec![],
    cases: &[],
};
pub(super) const PLAN: Clock = Clock {
    code: "N01",
    name: "in_need_plan",
    title: "Child in need plan",
    starts: "An assessment is authorised whose outcome is a child in need plan",
    stops: "The plan is agreed",
    limit: Limit(10, Unit::WorkingDays),
    notes: "Some councils say 15 or 20 working days. Nothing is owed when the case is closed or a child protection plan \
            begins instead, nor when there is a plan already. The census does not say what an assessment came to.",
    stopped_by: Matter::InNeedPlans,
    owed: |a| a.h.assessments().iter().filter_map(|s| plan(a, s)).collect(),
    cases: &[
        Case { title: "On the last day", told: assessed, on: "2026-03-16", owed: "due 2026-03-16 due soon" },
        Case { title: "The day after", told: assessed, on: "2026-03-17", owed: "due 2026-03-16 overdue" },
        Case {
            title: "Agreed in time",
            told: |s| {
                assessed(s);
                s.on("2026-03-13", Fact::InNeedPlanAgreed);
            },
            on: "2026-03-17",
            owed: "due 2026-03-16 met 2026-03-13",
        },
        Case {
            title: "A child protection plan instead",
            told: |s| {
                assessed(s);
                s.on("2026-03-12", plan_made());
            },
            on: "2026-03-17",
            owed: "due 2026-03-16 superseded 2026-03-12",
        },
        Case {
            title: "Assessed again while on a plan",
            told: |s| {
                s.on("2026-01-12", Fact::InNeedPlanAgreed);
                assessed(s);
            },
            on: "2026-03-17",
            owed: "",
        },
        Case {
            title: "No source says what plans were agreed",
            told: |s| {
                assessed(s);
                s.uncovered(Matter::InNeedPlans);
            },
            on: "2026-03-17",
            owed: "due 2026-03-16 not known",
        },
    ],
    ..IN_NEED
};
fn plan(a: &Asked, s: &Span<assessment::Assessment>) -> Option<Owed> {
    let start = s.of.authorised.filter(|_| s.of.outcome.as_deref() == Some("CIN"))?;
    let plans = &a.h.protection().in_need;
    if plans.iter().any(|p| p.began.on < start.on && p.holds(start.on)) {
        return None;
    }
    let stop = plans.iter().map(|p| p.began).find(|e| e.on >= start.on);
    let closed = a.h.events(|f| matches!(f, F::FrontDoor(front_door::Fact::CaseClosed { .. })));
    let closed = closed.into_iter().map(|e| Ended { on: e.on, why: "The case was closed" });
    let protected = a.h.protection().plans.iter().map(|p| p.began);
    let protected = protected.map(|e| Ended { on: e.on, why: "A child protection plan began instead" });
    let ended = closed.chain(protected).filter(|e| e.on >= start.on).min_by_key(|e| e.on);
    Some(a.by(start, a.limit(start.on), stop, ended))
}

pub(super) const FIRST_REVIEW: Clock = Clock {
    code: "N02",
    name: "in_need_first_review",
    title: "First review of a child in need plan",
    stops: "A review meeting is held",
    limit: Limit(6, Unit::Weeks),
    notes: "Some councils say four weeks or twelve.",
    owed: |a| each(a, |s| vec![a.once(s.began, &reviews(a), s.ended())]),
    cases: &[
        Case { title: "On the last day", told: in_need_plan, on: "2026-04-13", owed: "due 2026-04-13 due soon" },
        Case { title: "The day after", told: in_need_plan, on: "2026-04-14", owed: "due 2026-04-13 overdue" },
        Case {
            title: "Reviewed in time",
            told: reviewed_once,
            on: "2026-04-14",
            owed: "due 2026-04-13 met 2026-04-10",
        },
        Case {
            title: "The case was closed first",
            told: |s| {
                in_need_plan(s);
                s.on("2026-04-01", front_door::Fact::CaseClosed { reason: "RC7".into() });
            },
            on: "2026-04-14",
            owed: "due 2026-04-13 superseded 2026-04-01",
        },
        Case {
            title: "No source says when plans were reviewed",
            told: |s| {
                in_need_plan(s);
                s.uncovered(Matter::InNeedReviews);
            },
            on: "2026-04-14",
            owed: "due 2026-04-13 not known",
        },
    ],
    ..IN_NEED
};
pub(super) const LATER_REVIEW: Clock = Clock {
    code: "N03",
    name: "in_need_later_review",
    title: "Next review of a child in need plan",
    starts: "The last review that was held",
    stops: "A review meeting is held",
    limit: Limit(3, Unit::Months),
    notes: "Counted from the last that was held, not from the last that was due.",
    owed: |a| {
        let plans = a.h.protection().in_need.iter();
        plans.flat_map(|s| super::after_the_first(a, s, Matter::InNeedPlans, &reviews(a))).collect()
    },
    cases: &[
        Case { title: "On the last day", told: reviewed_once, on: "2026-07-10", owed: "due 2026-07-10 due soon" },
        Case { title: "The day after", told: reviewed_once, on: "2026-07-11", owed: "due 2026-07-10 overdue" },
        Case {
            title: "Reviewed, and owed again",
            told: |s| {
                reviewed_once(s);
                s.on("2026-07-03", Fact::InNeedPlanReviewed);
            },
            on: "2026-07-11",
            owed: "due 2026-07-10 met 2026-07-03; due 2026-10-03 running",
        },
        Case {
            title: "No source says when plans were reviewed",
            told: |s| {
                reviewed_once(s);
                s.uncovered(Matter::InNeedReviews);
            },
            on: "2026-07-11",
            owed: "due 2026-07-10 not known",
        },
    ],
    ..IN_NEED
};

pub(super) const VISIT: Clock = Clock {
    code: "N04",
    name: "in_need_visit",
    title: "Visit to a child in need",
    starts: "The plan is agreed, then each visit at which the child was seen",
    stops: "A visit at which the child is seen",
    limit: Limit(20, Unit::WorkingDays),
    notes: "Four to six weeks is common; six to twelve for a disabled child with settled short breaks, which the plan \
            may agree. An attempt at which the child was not seen does not count.",
    stopped_by: Matter::Visits,
    owed: |a| a.h.protection().in_need.iter().flat_map(|s| visits(a, s, Matter::InNeedPlans)).collect(),
    cases: &[
        Case { title: "On the last day", told: in_need_plan, on: "2026-03-30", owed: "due 2026-03-30 due soon" },
        Case { title: "The day after", told: in_need_plan, on: "2026-03-31", owed: "due 2026-03-30 overdue" },
        Case {
            title: "Not seen, then seen",
            told: |s| {
                in_need_plan(s);
                s.on("2026-03-20", visit(false)).on("2026-03-24", visit(true));
            },
            on: "2026-03-31",
            owed: "due 2026-03-30 met 2026-03-24; due 2026-04-23 running",
        },
        Case {
            title: "The plan agreed every sixty working days",
            told: |s| {
                in_need_plan(s);
                s.on("2026-03-02", Fact::VisitIntervalAgreed { working_days: 60 });
            },
            on: "2026-03-31",
            owed: "due 2026-05-29 running",
        },
        Case {
            title: "No source says who was visited",
            told: |s| {
                in_need_plan(s);
                s.uncovered(Matter::Visits);
            },
            on: "2026-03-31",
            owed: "due 2026-03-30 not known",
        },
    ],
    ..IN_NEED
};

pub const LONG_ESCALATES: Norm = Norm {
    code: "long_in_need_plan_escalates",
    title: "A long child in need plan goes to a senior manager",
    default: 12,
    unit: "months after the plan was agreed",
    why: "Our own choice: a plan of a year asks for a second opinion",
};
pub(super) const LONG: Clock = Clock {
    code: "N05",
    name: "in_need_drift",
    title: "A child in need plan that lasts",
    stops: "A manager asks why it is still needed; in row N05-senior, a service manager or above",
    limit: Limit(9, Unit::Months),
    mark: "K-L",
    notes: "The council sets both numbers. The end of the plan ends it.",
    owed: |a| {
        let looked = |senior: bool| -> Vec<Event> {
            let by =
                facts(a.h).filter(|(_, f)| matches!(f, Fact::LongInNeedPlanReviewed { senior: s } if *s || !senior));
            by.map(|(k, _)| Event::from(k)).collect()
        };
        let (anyone, senior) = (looked(false), looked(true));
        each(a, |s| {
            let months = Limit(a.norms.get(&LONG_ESCALATES, s.began.on), Unit::Months);
            let stop = senior.iter().find(|e| e.on >= s.began.on).copied();
            let escalated = Owed { row: "N05-senior", ..a.by(s.began, months, stop, s.ended()) };
            vec![a.once(s.began, &anyone, s.ended()), escalated]
        })
    },
    cases: &[
        Case {
            title: "On the last day",
            told: in_need_plan,
            on: "2026-12-02",
            owed: "due 2026-12-02 due soon; N05-senior due 2027-03-02 running",
        },
        Case {
            title: "The day after",
            told: in_need_plan,
            on: "2026-12-03",
            owed: "due 2026-12-02 overdue; N05-senior due 2027-03-02 running",
        },
        Case {
            title: "The team manager asked; the service manager has not",
            told: |s| {
                in_need_plan(s);
                s.on("2026-11-20", Fact::LongInNeedPlanReviewed { senior: false });
            },
            on: "2027-03-03",
            owed: "due 2026-12-02 met 2026-11-20; N05-senior due 2027-03-02 overdue",
        },
        Case {
            title: "The plan ended first",
            told: |s| {
                in_need_plan(s);
                s.on("2026-10-01", Fact::InNeedPlanEnded { why: "The family no longer needs it".into() });
            },
            on: "2027-03-03",
            owed: "due 2026-12-02 superseded 2026-10-01; N05-senior due 2027-03-02 superseded 2026-10-01",
        },
        Case {
            title: "No source says what managers asked",
            told: |s| {
                in_need_plan(s);
                s.uncovered(Matter::InNeedReviews);
            },
            on: "2026-12-03",
            owed: "due 2026-12-02 not known; N05-senior due 2027-03-02 not known",
        },
    ],
    ..IN_NEED
};

fn each(a: &Asked, owed: impl Fn(&Span<InNeedPlan>) -> Vec<Owed>) -> Vec<Owed> {
    let plans = a.h.protection().in_need.iter();
    plans.flat_map(|s| owed(s).into_iter().filter_map(|o| a.while_known(s, Matter::InNeedPlans, o))).collect()
}
fn reviews(a: &Asked) -> Vec<Event> {
    a.h.events(|f| matches!(f, F::Protection(Fact::InNeedPlanReviewed)))
}

fn assessed(s: &mut Story) {
    let authorised = assessment::Fact::AssessmentAuthorised { factors: vec!["4B".into()], outcome: "CIN".into() };
    s.on("2026-02-02", assessment::Fact::AssessmentBegan).on("2026-03-02", authorised);
}
fn reviewed_once(s: &mut Story) {
    in_need_plan(s);
    s.on("2026-04-10", Fact::InNeedPlanReviewed);
}
