//! While a child is on a child protection plan: reviews, visits, and how long it lasts.
use super::{after_the_first, conference, on_plan, plan_made, reported_plan, reviewed, visit, visits};
use crate::{
    case::{Case, Story},
    clock::{Asked, Clock, Kind, Limit, Matter, Owed, Unit},
    day::{plus_months, words},
    protection::{Conference, ConferenceOutcome, Fact, Plan},
    span::Span,
};

pub(super) const FIRST_REVIEW: Clock = Clock {
    code: "P08",
    name: "first_review_conference",
    title: "First review conference",
    starts: "The conference that made the child protection plan",
    stops: "A review conference is held",
    limit: Limit(3, Unit::Months),
    kind: Kind::StatutoryGuidance,
    source: "Working Together to Safeguard Children",
    mark: "K-H",
    notes: "The end of the plan ends it.",
    stopped_by: Matter::Conferences,
    from: None,
    until: None,
    owed: |a| {
        let owed = |s: &Span<Plan>| a.once(s.began, &s.of.reviews, s.ended());
        a.h.protection().plans.iter().filter_map(|s| a.while_known(s, Matter::ProtectionPlans, owed(s))).collect()
    },
    cases: &[
        Case { title: "On the last day", told: on_plan, on: "2026-06-02", owed: "due 2026-06-02 due soon" },
        Case { title: "The day after", told: on_plan, on: "2026-06-03", owed: "due 2026-06-02 overdue" },
        Case {
            title: "Three months after 30 November is the last day of February",
            told: |s| {
                s.on("2026-11-30", plan_made());
            },
            on: "2026-12-01",
            owed: "due 2027-02-28 running",
        },
        Case {
            title: "Held in time",
            told: |s| {
                on_plan(s);
                s.on("2026-05-29", reviewed());
            },
            on: "2026-06-03",
            owed: "due 2026-06-02 met 2026-05-29",
        },
        Case {
            title: "The child turned 18 first",
            told: |s| {
                s.born("2008-05-03");
                on_plan(s);
            },
            on: "2026-06-03",
            owed: "due 2026-06-02 superseded 2026-05-03",
        },
        Case {
            title: "No source says what conferences were held",
            told: |s| {
                on_plan(s);
                s.uncovered(Matter::Conferences);
            },
            on: "2026-06-03",
            owed: "due 2026-06-02 not known",
        },
        Case {
            title: "Open on the last day of a return, and nobody says whether the plan is still open",
            told: |s| {
                reported_plan(s);
                s.uncovered(Matter::ProtectionPlans);
            },
            on: "2026-06-03",
            owed: "due 2026-06-02 not known",
        },
        Case {
            title: "Open on the last day of a return, and its end would be recorded here",
            told: reported_plan,
            on: "2026-06-03",
            owed: "due 2026-06-02 overdue",
        },
    ],
};
pub(super) const LATER_REVIEW: Clock = Clock {
    code: "P09",
    name: "later_review_conference",
    title: "Next review conference",
    starts: "The last review conference that was held",
    limit: Limit(6, Unit::Months),
    notes: "Earlier when there is a new incident or the plan does not work. Counted from the last that was held, not \
            from the last that was due.",
    owed: |a| {
        let plans = a.h.protection().plans.iter();
        plans.flat_map(|s| after_the_first(a, s, Matter::ProtectionPlans, &s.of.reviews)).collect()
    },
    cases: &[
        Case { title: "On the last day", told: reviewed_once, on: "2026-11-29", owed: "due 2026-11-29 due soon" },
        Case { title: "The day after", told: reviewed_once, on: "2026-11-30", owed: "due 2026-11-29 overdue" },
        Case {
            title: "Counted from the review that was held late",
            told: |s| {
                on_plan(s);
                s.on("2026-06-12", reviewed()).on("2026-11-20", reviewed());
            },
            on: "2026-11-22",
            owed: "due 2026-12-12 met 2026-11-20; due 2027-05-20 running",
        },
        Case {
            title: "The review that ends the plan is the last",
            told: |s| {
                reviewed_once(s);
                s.on("2026-11-20", conference(Conference::Review, ConferenceOutcome::NoPlan));
            },
            on: "2026-12-01",
            owed: "due 2026-11-29 met 2026-11-20",
        },
        Case {
            title: "No source says what conferences were held",
            told: |s| {
                reviewed_once(s);
                s.uncovered(Matter::Conferences);
            },
            on: "2026-11-30",
            owed: "due 2026-11-29 not known",
        },
    ],
    ..FIRST_REVIEW
};

pub(super) const VISIT: Clock = Clock {
    code: "P10",
    name: "protection_visit",
    title: "Visit to a child on a child protection plan",
    starts: "The plan begins, then each visit at which the child was seen",
    stops: "A visit at which the child is seen",
    limit: Limit(10, Unit::WorkingDays),
    kind: Kind::LocalNorm,
    source: "Working Together to Safeguard Children leaves it to the plan",
    mark: "K-M",
    notes: "Ten working days is common, some councils say twenty. When the plan agrees another interval, that one \
            counts. An attempt at which the child was not seen does not. Whether the child was seen alone, and the \
            bedroom, is recorded with the visit.",
    stopped_by: Matter::Visits,
    from: None,
    until: None,
    owed: |a| a.h.protection().plans.iter().flat_map(|s| visits(a, s, Matter::ProtectionPlans)).collect(),
    cases: &[
        Case { title: "On the last day", told: on_plan, on: "2026-03-16", owed: "due 2026-03-16 due soon" },
        Case { title: "The day after", told: on_plan, on: "2026-03-17", owed: "due 2026-03-16 overdue" },
        Case {
            title: "Nobody answered the door",
            told: |s| {
                on_plan(s);
                s.on("2026-03-12", visit(false));
            },
            on: "2026-03-17",
            owed: "due 2026-03-16 overdue",
        },
        Case {
            title: "Seen, and owed again ten working days later",
            told: |s| {
                on_plan(s);
                s.on("2026-03-10", visit(true));
            },
            on: "2026-03-17",
            owed: "due 2026-03-16 met 2026-03-10; due 2026-03-24 running",
        },
        Case {
            title: "The council's norm was changed after this plan began: the visit keeps the norm of its day",
            told: |s| {
                on_plan(s);
                s.norm("P10", "2026-03-09", 20).on("2026-03-13", visit(true));
            },
            on: "2026-03-17",
            owed: "due 2026-03-16 met 2026-03-13; due 2026-04-14 running",
        },
        Case {
            title: "The plan says twenty working days",
            told: |s| {
                on_plan(s);
                s.on("2026-03-02", Fact::VisitIntervalAgreed { working_days: 20 });
            },
            on: "2026-03-17",
            owed: "due 2026-03-30 running",
        },
        Case {
            title: "A return left the plan open, and nobody says whether it still is",
            told: |s| {
                reported_plan(s);
                s.uncovered(Matter::ProtectionPlans).recorded_since(Matter::Visits, "2026-10-01");
            },
            on: "2026-11-02",
            owed: "due 2026-03-16 not known",
        },
        Case {
            title: "No source says who was visited",
            told: |s| {
                on_plan(s);
                s.uncovered(Matter::Visits);
            },
            on: "2026-03-17",
            owed: "due 2026-03-16 not known",
        },
    ],
};

pub(super) const LENGTH: Clock = Clock {
    code: "P12",
    name: "long_protection_plan",
    title: "A child protection plan that lasts",
    starts: "The plan begins",
    stops: "The plan ends",
    limit: Limit(24, Unit::Months),
    kind: Kind::Measure,
    source: "Department for Education measures: plans of two years or more, second or later plans",
    mark: "K-H",
    notes: "Marked at 15 months (row P12-15) and at 24. A plan that begins within 24 months of the end of the one \
            before is marked from its second day (row P12-again).",
    stopped_by: Matter::ProtectionPlans,
    from: None,
    until: None,
    owed: |a| {
        let plans = &a.h.protection().plans;
        (0..plans.len()).flat_map(|n| lasting(a, n.checked_sub(1).map(|n| &plans[n]), &plans[n])).collect()
    },
    cases: &[
        Case {
            title: "On the last day of two years",
            told: |s| long(s, "2024-03-04"),
            on: "2026-03-04",
            owed: "P12-15 due 2025-06-04 past a mark; due 2026-03-04 due soon",
        },
        Case {
            title: "The day after",
            told: |s| long(s, "2024-03-04"),
            on: "2026-03-05",
            owed: "P12-15 due 2025-06-04 past a mark; due 2026-03-04 past a mark",
        },
        Case {
            title: "Ended after 20 months",
            told: |s| {
                long(s, "2024-03-04");
                s.on("2025-11-05", conference(Conference::Review, ConferenceOutcome::NoPlan));
            },
            on: "2026-03-05",
            owed: "P12-15 due 2025-06-04 met late 2025-11-05; due 2026-03-04 met 2025-11-05",
        },
        Case {
            title: "A second plan within 24 months of the first",
            told: |s| {
                long(s, "2024-03-04");
                s.on("2024-11-05", conference(Conference::Review, ConferenceOutcome::NoPlan))
                    .on("2026-11-04", plan_made());
            },
            on: "2026-11-05",
            owed: "P12-15 due 2025-06-04 met 2024-11-05; due 2026-03-04 met 2024-11-05; \
                   P12-again due 2026-11-04 past a mark; P12-15 due 2028-02-04 running; due 2028-11-04 running",
        },
        Case {
            title: "A second plan two years after the first is not marked",
            told: |s| {
                long(s, "2024-03-04");
                s.on("2024-11-05", conference(Conference::Review, ConferenceOutcome::NoPlan))
                    .on("2026-11-06", plan_made());
            },
            on: "2026-11-07",
            owed: "P12-15 due 2025-06-04 met 2024-11-05; due 2026-03-04 met 2024-11-05; \
                   P12-15 due 2028-02-06 running; due 2028-11-06 running",
        },
        Case {
            title: "No source says whether the plan is still open",
            told: |s| {
                reported_plan(s);
                s.uncovered(Matter::ProtectionPlans);
            },
            on: "2028-03-03",
            owed: "P12-15 due 2027-06-02 not known; due 2028-03-02 not known",
        },
    ],
};
fn lasting(a: &Asked, before: Option<&Span<Plan>>, s: &Span<Plan>) -> Vec<Owed> {
    let end = s.end.map(|e| e.event).filter(|e| e.on <= a.h.today);
    let mut owed = vec![];
    let earlier = before.and_then(Span::ended).filter(|e| s.began.on <= plus_months(e.on, 24));
    if let Some(earlier) = earlier {
        let arithmetic = format!("within 24 months of {}, when the last plan ended", words(earlier.on));
        owed.push(Owed { row: "P12-again", ..a.on_day(s.began, s.began.on, arithmetic, end, None) });
    }
    owed.push(Owed { row: "P12-15", ..a.by(s.began, Limit(15, Unit::Months), end, None) });
    owed.push(a.by(s.began, a.limit(s.began.on), end, None));
    owed.into_iter().filter_map(|o| a.while_known(s, Matter::ProtectionPlans, o)).collect()
}

fn reviewed_once(s: &mut Story) {
    on_plan(s);
    s.on("2026-05-29", reviewed());
}
fn long(s: &mut Story, began: &str) {
    s.on(began, plan_made());
}
