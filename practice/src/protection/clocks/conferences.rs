//! Around a conference: the child who moves in, the report before it, the outline and minutes after it.
use super::{conference, plan_made, reviewed};
use crate::{
    asked::Ended,
    case::{Case, Story},
    clock::{Asked, Clock, Kind, Limit, Matter, Owed, Unit},
    day::date,
    fact::{Event, Fact as F},
    norms::Norm,
    protection::{Conference, ConferenceOutcome, Fact, Meeting},
};

pub(super) const TRANSFER_IN: Clock = Clock {
    code: "P04",
    name: "transfer_in_conference",
    title: "Conference for a child who moved in on a plan",
    starts: "Another authority tells us that a child on its plan has moved here for good",
    stops: "The transfer-in conference is held",
    limit: Limit(15, Unit::WorkingDays),
    kind: Kind::StatutoryGuidance,
    source: "Working Together to Safeguard Children",
    mark: "K-H",
    notes: "Until then the authority that the child left keeps the plan.",
    stopped_by: Matter::Conferences,
    from: None,
    until: None,
    owed: |a| {
        let meetings = a.h.protection().meetings.iter().filter(|m| m.kind == Conference::TransferIn);
        let held: Vec<Event> = meetings.filter_map(|m| m.held).collect();
        let moved = a.h.events(|f| matches!(f, F::Protection(Fact::MovedInOnPlan { .. })));
        moved.into_iter().map(|e| a.once(e, &held, None)).collect()
    },
    cases: &[
        Case { title: "On the last day", told: moved_in, on: "2026-03-23", owed: "due 2026-03-23 due soon" },
        Case { title: "The day after", told: moved_in, on: "2026-03-24", owed: "due 2026-03-23 overdue" },
        Case {
            title: "An initial conference is not one",
            told: |s| {
                moved_in(s);
                s.on("2026-03-20", plan_made());
            },
            on: "2026-03-24",
            owed: "due 2026-03-23 overdue",
        },
        Case {
            title: "Held in time",
            told: |s| {
                moved_in(s);
                s.on("2026-03-20", conference(Conference::TransferIn, ConferenceOutcome::Plan));
            },
            on: "2026-03-24",
            owed: "due 2026-03-23 met 2026-03-20",
        },
        Case {
            title: "No source says what conferences were held",
            told: |s| {
                moved_in(s);
                s.uncovered(Matter::Conferences);
            },
            on: "2026-03-24",
            owed: "due 2026-03-23 not known",
        },
    ],
};

pub const REVIEW_REPORTS: Norm = Norm {
    code: "review_conference_report",
    title: "Report before a review conference",
    default: 5,
    unit: "working days before a review child protection conference",
    why: "Common in local procedures; the council may set another number",
};
pub(super) const REPORTS: Clock = Clock {
    code: "P05",
    name: "conference_report",
    title: "The family reads the report before the conference",
    starts: "A conference is called; it counts back from its day",
    stops: "The report is shared with the family",
    limit: Limit(2, Unit::WorkingDays),
    kind: Kind::LocalNorm,
    source: "Local child protection procedures",
    mark: "K-M",
    notes: "Two working days before an initial or transfer-in conference; before a review (row P05-review) five is \
            common. When the day moves, so does this. Shared at the conference is too late: the breach stays.",
    stopped_by: Matter::ConferencePapers,
    from: None,
    until: None,
    owed: |a| {
        let meetings = &a.h.protection().meetings;
        let shared = a.h.events(|f| matches!(f, F::Protection(Fact::ReportSharedWithFamily)));
        (0..meetings.len())
            .filter_map(|n| report(a, n.checked_sub(1).map(|n| &meetings[n]), &meetings[n], &shared))
            .collect()
    },
    cases: &[
        Case { title: "On the last day", told: called, on: "2026-03-19", owed: "due 2026-03-19 due soon" },
        Case { title: "The day after", told: called, on: "2026-03-20", owed: "due 2026-03-19 overdue" },
        Case {
            title: "Shared on the last day",
            told: |s| {
                called(s);
                s.on("2026-03-19", Fact::ReportSharedWithFamily).on("2026-03-23", plan_made());
            },
            on: "2026-03-24",
            owed: "due 2026-03-19 met 2026-03-19",
        },
        Case {
            title: "The conference moves, and the report with it",
            told: |s| {
                called(s);
                let kind = Conference::Initial;
                s.on("2026-03-18", Fact::ConferenceArranged { kind, day: date(2026, 3, 26) });
            },
            on: "2026-03-20",
            owed: "due 2026-03-24 due soon",
        },
        Case {
            title: "Held without it",
            told: |s| {
                called(s);
                s.on("2026-03-23", plan_made());
            },
            on: "2026-03-24",
            owed: "due 2026-03-19 superseded 2026-03-23",
        },
        Case {
            title: "The report to the last conference does not serve the review",
            told: |s| {
                called(s);
                let kind = Conference::Review;
                s.on("2026-03-19", Fact::ReportSharedWithFamily)
                    .on("2026-03-23", plan_made())
                    .on("2026-05-01", Fact::ConferenceArranged { kind, day: date(2026, 6, 15) });
            },
            on: "2026-06-09",
            owed: "due 2026-03-19 met 2026-03-19; P05-review due 2026-06-08 overdue",
        },
        Case {
            title: "No source says what went to the family",
            told: |s| {
                called(s);
                s.uncovered(Matter::ConferencePapers);
            },
            on: "2026-03-20",
            owed: "due 2026-03-19 not known",
        },
    ],
};
fn report(a: &Asked, before: Option<&Meeting>, m: &Meeting, shared: &[Event]) -> Option<Owed> {
    let (day, start) = (m.day()?, m.called.map(|c| c.0).or(m.held)?);
    let since = before.and_then(Meeting::day);
    let stop = shared.iter().find(|e| since.is_none_or(|s| e.on > s) && e.on <= day).copied();
    let ended = m.held.map(|e| Ended { on: e.on, why: "The conference was held" });
    let review = Limit(a.norms.get(&REVIEW_REPORTS, start.on), Unit::WorkingDays);
    Some(match m.kind {
        Conference::Review => Owed { row: "P05-review", ..a.before(start, day, review, stop, ended) },
        _ => a.before(start, day, a.limit(start.on), stop, ended),
    })
}

pub const OUTLINE: Norm = Norm {
    code: "plan_outline",
    title: "Outline of the plan to the parents",
    default: 1,
    unit: "working days after a conference that made or kept a child protection plan",
    why: "One to three working days is common in local procedures",
};
pub(super) const MINUTES: Clock = Clock {
    code: "P11",
    name: "conference_minutes",
    title: "Minutes of the conference",
    starts: "A child protection conference is held",
    stops: "The minutes are sent round; in row P11-outline, the parents are given the outline of the plan",
    limit: Limit(20, Unit::WorkingDays),
    kind: Kind::LocalNorm,
    source: "Local child protection procedures",
    mark: "K-M",
    notes: "Ten to twenty working days is common for the minutes, and one to three for the outline of a plan. What was \
            never sent is no longer asked for after the next conference; the breach stays.",
    stopped_by: Matter::ConferencePapers,
    from: None,
    until: None,
    owed: |a| {
        let meetings: Vec<(Event, &Meeting)> =
            a.h.protection().meetings.iter().filter_map(|m| m.held.map(|e| (e, m))).collect();
        let minutes = a.h.events(|f| matches!(f, F::Protection(Fact::MinutesCirculated)));
        let outlines = a.h.events(|f| matches!(f, F::Protection(Fact::PlanOutlineGiven)));
        let mut owed = vec![];
        for (n, (held, m)) in meetings.iter().enumerate() {
            let next = meetings.get(n + 1).map(|m| Ended { on: m.0.on, why: "The next conference was held" });
            let sent =
                |sent: &[Event]| sent.iter().find(|e| e.on >= held.on && next.is_none_or(|n| e.on < n.on)).copied();
            if m.outcome == Some(ConferenceOutcome::Plan) {
                let limit = Limit(a.norms.get(&OUTLINE, held.on), Unit::WorkingDays);
                owed.push(Owed { row: "P11-outline", ..a.by(*held, limit, sent(&outlines), next) });
            }
            owed.push(a.by(*held, a.limit(held.on), sent(&minutes), next));
        }
        owed
    },
    cases: &[
        Case { title: "On the last day", told: without_plan, on: "2026-03-30", owed: "due 2026-03-30 due soon" },
        Case { title: "The day after", told: without_plan, on: "2026-03-31", owed: "due 2026-03-30 overdue" },
        Case {
            title: "A plan has an outline too",
            told: |s| {
                s.on("2026-03-02", plan_made())
                    .on("2026-03-04", Fact::PlanOutlineGiven)
                    .on("2026-03-20", Fact::MinutesCirculated);
            },
            on: "2026-03-31",
            owed: "P11-outline due 2026-03-03 met late 2026-03-04; due 2026-03-30 met 2026-03-20",
        },
        Case {
            title: "The minutes of the review are not those of the conference before",
            told: |s| {
                without_plan(s);
                s.on("2026-05-29", conference(Conference::Initial, ConferenceOutcome::NoPlan))
                    .on("2026-06-05", Fact::MinutesCirculated);
            },
            on: "2026-06-08",
            owed: "due 2026-03-30 superseded 2026-05-29; due 2026-06-26 met 2026-06-05",
        },
        Case {
            title: "No source says what was sent",
            told: |s| {
                s.on("2026-03-02", reviewed()).uncovered(Matter::ConferencePapers);
            },
            on: "2026-03-31",
            owed: "P11-outline due 2026-03-03 not known; due 2026-03-30 not known",
        },
    ],
};

fn moved_in(s: &mut Story) {
    s.on("2026-03-02", Fact::MovedInOnPlan { from: "another authority".into() });
}
/// An initial conference called for Monday 23 March 2026.
fn called(s: &mut Story) {
    s.on("2026-03-05", Fact::ConferenceArranged { kind: Conference::Initial, day: date(2026, 3, 23) });
}
fn without_plan(s: &mut Story) {
    s.on("2026-03-02", conference(Conference::Initial, ConferenceOutcome::NoPlan));
}
