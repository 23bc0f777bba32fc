//! After a move to somewhere that the council provides: the adviser's visit, the review, the visits after that.
use super::{duties, earlier, plans_reviewed, since};
use crate::{
    asked::Ended,
    case::Case,
    clock::{Asked, Clock, Kind, Limit, Matter, Owed, Unit},
    fact::Event,
    leavers::{living, told::told, touch},
    plans::stories,
};

pub(super) const VISIT_AFTER_MOVE: Clock = Clock {
    code: "W07",
    name: "adviser_visit_after_move",
    title: "Adviser's visit after a move",
    starts: "The young person moves to somewhere that the council provides under s23B or s24B",
    stops: "They are seen where they live",
    limit: Limit(7, Unit::Days),
    kind: Kind::Regulation,
    source: "Care Leavers Regulations 2010 reg 8(2)(a)",
    mark: "F",
    notes: "Good practice after every move; owed by law after these. A visit to nobody, or a call, is an attempt.",
    stopped_by: Matter::InTouch,
    from: None,
    until: None,
    owed: visit_after_move,
    cases: &[
        Case {
            title: "seven days after moving in",
            told: |s| told(s, MOVED),
            on: "2026-05-08",
            owed: "due 2026-05-08 due soon",
        },
        Case {
            title: "the day after it is overdue",
            told: |s| told(s, MOVED),
            on: "2026-05-09",
            owed: "due 2026-05-08 overdue",
        },
        Case {
            title: "nobody tells us of visits",
            told: |s| {
                told(s, MOVED);
                s.uncovered(Matter::InTouch);
            },
            on: "2026-05-09",
            owed: "due 2026-05-08 not known",
        },
        Case {
            title: "nobody in, then a call, then seen",
            told: |s| {
                told(s, MOVED);
                told(s, "2026-05-05 nobody-in; 2026-05-06 rang; 2026-05-11 at-home");
            },
            on: "2026-06-09",
            owed: "due 2026-05-08 met late 2026-05-11",
        },
        Case {
            title: "a room that she found herself",
            told: |s| told(s, "2010-03-10 born; 2025-01-01 care C2/U4; 2026-05-01 left; 2026-05-01 lives U1"),
            on: "2026-06-09",
            owed: "",
        },
        Case {
            title: "a visit by anybody who saw them there",
            told: |s| {
                told(s, MOVED);
                told(s, "2026-05-04 visited");
            },
            on: "2026-06-09",
            owed: "due 2026-05-08 met 2026-05-04",
        },
    ],
};
pub(super) const REVIEW_AFTER_MOVE: Clock = Clock {
    code: "W06",
    name: "pathway_plan_review_after_move",
    title: "Pathway plan reviewed after a move",
    stops: "The plan is reviewed, once the adviser has been there",
    limit: Limit(28, Unit::Days),
    source: "Care Leavers Regulations 2010 reg 7(3), reg 8(2)(b)",
    mark: "K-M",
    notes: "“As soon as practicable” once they have lived there for 28 days: held to the 28th day. A review before the \
            adviser has visited does not count.",
    stopped_by: Matter::PathwayPlans,
    owed: review_after_move,
    cases: &[
        Case {
            title: "28 days after moving in",
            told: |s| told(s, MOVED),
            on: "2026-05-29",
            owed: "due 2026-05-29 due soon",
        },
        Case {
            title: "the day after it is overdue",
            told: |s| told(s, MOVED),
            on: "2026-05-30",
            owed: "due 2026-05-29 overdue",
        },
        Case {
            title: "nobody tells us of reviews",
            told: |s| {
                told(s, MOVED);
                s.uncovered(Matter::PathwayPlans);
            },
            on: "2026-05-30",
            owed: "due 2026-05-29 not known",
        },
        Case {
            title: "reviewed before anybody had been there",
            told: |s| {
                told(s, MOVED);
                told(s, "2026-05-06 reviewed; 2026-05-07 at-home");
            },
            on: "2026-05-30",
            owed: "due 2026-05-29 overdue",
        },
        Case {
            title: "visited, then reviewed",
            told: |s| {
                told(s, MOVED);
                told(s, "2026-05-07 at-home; 2026-05-28 reviewed");
            },
            on: "2026-05-30",
            owed: "due 2026-05-29 met 2026-05-28",
        },
        Case {
            title: "a new version of the plan is a review",
            told: |s| {
                told(s, MOVED);
                told(s, "2026-05-07 at-home");
                s.on("2026-05-10", stories::version(1)).on("2026-05-11", stories::agreed(1));
                s.on("2026-05-28", stories::copy(1));
            },
            on: "2026-05-30",
            owed: "due 2026-05-29 met 2026-05-28",
        },
        Case {
            title: "moved on before it was due",
            told: |s| {
                told(s, MOVED);
                told(s, "2026-05-20 lives U1");
            },
            on: "2026-05-30",
            owed: "due 2026-05-29 superseded 2026-05-20",
        },
    ],
    ..VISIT_AFTER_MOVE
};
pub(super) const LATER_VISITS: Clock = Clock {
    code: "W08",
    name: "adviser_later_visits",
    title: "Adviser's later visits",
    starts: "The first visit after the move, or the last",
    stops: "They are seen where they live",
    limit: Limit(2, Unit::Months),
    source: "Care Leavers Regulations 2010 reg 8(2)(c)",
    notes: "For as long as they live there. The first is the visit after the move.",
    owed: later_visits,
    cases: &[
        Case {
            title: "two months after the first visit",
            told: visited,
            on: "2026-07-05",
            owed: "due 2026-07-05 due soon",
        },
        Case { title: "the day after it is overdue", told: visited, on: "2026-07-06", owed: "due 2026-07-05 overdue" },
        Case {
            title: "nobody tells us of visits",
            told: |s| {
                visited(s);
                s.uncovered(Matter::InTouch);
            },
            on: "2026-07-06",
            owed: "due 2026-07-05 not known",
        },
        Case {
            title: "a call between them is none",
            told: |s| {
                visited(s);
                told(s, "2026-06-20 rang; 2026-07-01 at-home");
            },
            on: "2026-07-06",
            owed: "due 2026-07-05 met 2026-07-01; due 2026-09-01 running",
        },
        Case {
            title: "moved to a flat of his own",
            told: |s| {
                visited(s);
                told(s, "2026-06-20 lives U1");
            },
            on: "2026-07-06",
            owed: "due 2026-07-05 superseded 2026-06-20",
        },
    ],
    ..VISIT_AFTER_MOVE
};
const MOVED: &str = "2010-03-10 born; 2025-01-01 care C2/U4; 2026-05-01 left; 2026-05-01 lives D1 s23b";
fn visited(s: &mut crate::case::Story) {
    told(s, MOVED);
    told(s, "2026-05-05 at-home");
}

/// Where the council provides it, as long as the young person lives there and has an adviser.
fn provided(a: &Asked) -> Vec<(Event, Option<Ended>)> {
    let owed = duties(a, |held| held.is_kept_in_touch());
    let during = |began: Event| owed.iter().find(|d| d.began.on <= began.on && d.ended.is_none_or(|e| began.on < e.on));
    let homes = living::homes(a.h).into_iter().filter(|home| home.of.provided.is_some());
    homes.filter_map(|home| Some((home.began, earlier(home.ended, during(home.began)?.ended)))).collect()
}
fn visit_after_move(a: &Asked) -> Vec<Owed> {
    let seen = touch::seen_at_home(a.h);
    provided(a).into_iter().map(|(moved, ended)| a.once(moved, &seen, ended)).collect()
}
fn review_after_move(a: &Asked) -> Vec<Owed> {
    let (seen, reviews) = (touch::seen_at_home(a.h), plans_reviewed(a));
    let owed = provided(a).into_iter().map(|(moved, ended)| {
        let review = since(&seen, moved).and_then(|visit| since(&reviews, visit));
        a.by(moved, a.clock.limit, review, ended)
    });
    owed.collect()
}
fn later_visits(a: &Asked) -> Vec<Owed> {
    let seen = touch::seen_at_home(a.h);
    let mut owed = vec![];
    for (moved, ended) in provided(a) {
        let Some(first) = since(&seen, moved).filter(|v| ended.is_none_or(|e| v.on < e.on)) else { continue };
        let later: Vec<Event> = seen.iter().filter(|v| v.on > first.on).copied().collect();
        owed.extend(a.every(first, a.clock.limit, |_| a.clock.limit, &later, ended));
    }
    owed
}
