//! What is looked at again every six months: the pathway plan, and staying put.
use super::{duties, events, plans_reviewed};
use crate::{
    asked::Ended,
    case::Case,
    clock::{Asked, Clock, Kind, Limit, Matter, Owed, Unit},
    fact::Event,
    leavers::{Fact, told::told},
    plans::stories,
};

pub const REVIEW: Clock = Clock {
    code: "W05",
    name: "pathway_plan_review",
    title: "Pathway plan reviewed",
    starts: "A pathway plan is prepared or comes into force, or the last review, or the duty begins again under a plan \
             from before",
    stops: "The plan is reviewed: another version comes into force, or it is found to stand",
    limit: Limit(6, Unit::Months),
    kind: Kind::Regulation,
    source: "Care Leavers Regulations 2010 reg 7; for eligible children with the review of the care plan (Care Planning \
             Regulations 2010 Part 6)",
    mark: "K-H",
    notes: "Sooner when the young person or the adviser asks, and on a change. Owed to eligible and relevant children, to \
            former relevant young people to 21, and after that while they learn or are supported.",
    stopped_by: Matter::PathwayPlans,
    from: None,
    until: None,
    owed: review,
    cases: &[
        Case {
            title: "six months after the plan",
            told: |s| told(s, PLANNED),
            on: "2026-11-20",
            owed: "due 2026-11-20 due soon",
        },
        Case {
            title: "the day after it is overdue",
            told: |s| told(s, PLANNED),
            on: "2026-11-21",
            owed: "due 2026-11-20 overdue",
        },
        Case {
            title: "nobody tells us of reviews",
            told: |s| {
                told(s, PLANNED);
                s.uncovered(Matter::PathwayPlans);
            },
            on: "2026-11-21",
            owed: "due 2026-11-20 not known",
        },
        Case {
            title: "the next is counted from the last that was done",
            told: |s| {
                told(s, PLANNED);
                told(s, "2026-09-01 reviewed");
            },
            on: "2027-01-21",
            owed: "due 2026-11-20 met 2026-09-01; due 2027-03-01 running",
        },
        Case {
            title: "a draft starts nothing",
            told: |s| {
                told(s, IN_CARE);
                stories::drafted(s);
            },
            on: "2026-12-01",
            owed: "",
        },
        Case {
            title: "reviewed and found to stand",
            told: |s| {
                told(s, IN_CARE);
                stories::in_force(s);
                s.on("2026-08-20", stories::stands(1, true));
            },
            on: "2026-09-03",
            owed: "due 2026-09-02 met 2026-08-20; due 2027-02-20 running",
        },
        Case {
            title: "saying why one change alters nothing is no review",
            told: |s| {
                told(s, IN_CARE);
                stories::in_force(s);
                s.on("2026-08-20", stories::stands(1, false));
            },
            on: "2026-09-03",
            owed: "due 2026-09-02 overdue",
        },
        Case {
            title: "revised: counted from the day on which the new version came into force",
            told: |s| {
                told(s, IN_CARE);
                stories::in_force(s);
                s.on("2026-08-20", stories::version(2)).on("2026-08-24", stories::agreed(2));
                s.on("2026-08-28", stories::copy(2));
            },
            on: "2026-09-03",
            owed: "due 2026-09-02 met 2026-08-28; due 2027-02-28 running",
        },
        Case {
            title: "at 21 without support it ends, and begins with a new plan when they ask",
            told: |s| {
                told(
                    s,
                    "2005-03-10 born; 2019-01-01 care C2/U4; 2025-12-01 planned; 2026-05-02 asked; 2026-06-01 planned",
                );
            },
            on: "2026-12-02",
            owed: "due 2026-06-01 superseded 2026-03-10; due 2026-12-01 overdue",
        },
        Case {
            title: "home broke down: counted from the day on which the child is relevant again",
            told: |s| {
                told(
                    s,
                    "2010-03-10 born; 2025-01-01 care V2/U4; 2026-04-20 left; 2026-04-20 home mother; 2026-05-01 planned; 2026-12-01 away",
                )
            },
            on: "2027-06-02",
            owed: "due 2026-11-01 superseded 2026-10-20; due 2027-06-01 overdue",
        },
        Case {
            title: "a qualifying young person has a plan of help, and no clock",
            told: |s| told(s, "2010-03-10 born; 2026-04-01 care V2/U6; 2026-06-01 left; 2026-06-02 planned"),
            on: "2027-06-02",
            owed: "",
        },
    ],
};
pub(super) const STAYING_PUT: Clock = Clock {
    code: "W14",
    name: "staying_put_review",
    title: "Staying put reviewed",
    starts: "A staying put arrangement begins, or the last review of it",
    stops: "The arrangement is reviewed",
    kind: Kind::LocalNorm,
    source: "Children Act 1989 s23CZA; practice: with the review of the pathway plan",
    mark: "K-M",
    notes: "Ends with the arrangement, and at 21.",
    owed: staying_put,
    cases: &[
        Case {
            title: "six months after it began",
            told: |s| told(s, STAYS),
            on: "2026-09-10",
            owed: "due 2026-09-10 due soon",
        },
        Case {
            title: "the day after it is overdue",
            told: |s| told(s, STAYS),
            on: "2026-09-11",
            owed: "due 2026-09-10 overdue",
        },
        Case {
            title: "nobody tells us of reviews",
            told: |s| {
                told(s, STAYS);
                s.uncovered(Matter::PathwayPlans);
            },
            on: "2026-09-11",
            owed: "due 2026-09-10 not known",
        },
        Case {
            title: "a flat of her own",
            told: |s| {
                told(s, STAYS);
                told(s, "2026-08-01 staying-put-reviewed; 2026-10-01 staying-put-ended");
            },
            on: "2027-06-11",
            owed: "due 2026-09-10 met 2026-08-01; due 2027-02-01 superseded 2026-10-01",
        },
        Case {
            title: "at 21",
            told: |s| told(s, "2005-03-10 born; 2019-01-01 care C2/U4; 2025-11-10 staying-put"),
            on: "2026-09-11",
            owed: "due 2026-05-10 superseded 2026-03-10",
        },
    ],
    ..REVIEW
};
const IN_CARE: &str = "2009-03-10 born; 2025-01-01 care C2/U4";
const PLANNED: &str = "2010-03-10 born; 2025-01-01 care C2/U4; 2026-05-20 planned";
const STAYS: &str = "2008-03-10 born; 2024-01-01 care C2/U4; 2026-03-10 staying-put";

fn review(a: &Asked) -> Vec<Owed> {
    let plans = plans_reviewed(a);
    let b21 = a.h.birthday(21);
    let (mut owed, mut before) = (vec![], None);
    for d in duties(a, |held| held.is_advised()) {
        let own = |e: &&Event| before.is_none_or(|b| e.on > b) && d.ended.is_none_or(|end| e.on <= end.on);
        let own: Vec<Event> = plans.iter().filter(own).copied().collect();
        let begins_again = before.is_some() && plans.iter().any(|e| e.on < d.began.on);
        match own.split_first() {
            // The plan from before is the plan again, and is looked at again; after 21 there is a new one (W11).
            _ if begins_again && b21.is_none_or(|b21| d.began.on < b21) => {
                owed.extend(a.every(d.began, a.clock.limit, |_| a.clock.limit, &own, d.ended));
            }
            Some((first, later)) => owed.extend(a.every(*first, a.clock.limit, |_| a.clock.limit, later, d.ended)),
            None => {}
        }
        before = d.ended.map(|e| e.on);
    }
    owed
}
fn staying_put(a: &Asked) -> Vec<Owed> {
    let reviews = events(a, |f| matches!(f, Fact::StayingPutReviewed));
    let ends = events(a, |f| matches!(f, Fact::StayingPutEnded { .. } | Fact::StayingPutBegan { .. }));
    let adult = a.h.birthday(21).map(|on| Ended { on, why: "Turned 21" });
    let died = a.h.person().died.map(|on| Ended { on, why: "The young person died" });
    let began = events(a, |f| matches!(f, Fact::StayingPutBegan { .. })).into_iter();
    began
        .filter(|b| adult.is_none_or(|e| b.on < e.on))
        .flat_map(|b| {
            let over = ends.iter().find(|e| (e.on, e.recorded) > (b.on, b.recorded));
            let over = over.map(|e| Ended { on: e.on, why: "The arrangement ended" });
            let ended = super::earlier(super::earlier(over, adult), died);
            a.every(b, a.limit(b.on), |e| a.limit(e.on), &reviews, ended)
        })
        .collect()
}
