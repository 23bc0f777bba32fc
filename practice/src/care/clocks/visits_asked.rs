//! Visits that something other than a placement asks for: a request, and custody.
use super::{
    foster, into_care, left_care,
    visit_clocks::{NEW_PLACEMENT, seen},
};
use crate::{
    asked::Ended,
    care::{Asker, DIED, Detained, Fact, while_known},
    case::{Case, Story},
    clock::{Asked, Clock, Kind, Limit, Matter, Owed, Unit},
    fact::{Event, Fact as F},
};

pub(super) const REQUESTED: Clock = Clock {
    code: "V08",
    name: "visit_requested",
    title: "Visit that was asked for",
    starts: "The child, the carer or the reviewing officer asks for a visit, or the inspectorate gives notice about the home",
    stops: "The child is visited and seen",
    limit: Limit(1, Unit::Weeks),
    kind: Kind::LocalNorm,
    source: "Care Planning, Placement and Case Review (England) Regulations 2010 reg 28(7)",
    mark: "K-M",
    notes: "The duty is in the regulation, which says \"reasonable\" and no number: the number is the council's own. After \
            a notice by the inspectorate about the home it is one week, by the regulation itself.",
    owed: requested,
    cases: &[
        Case {
            title: "due a week after the child asked",
            told: |s| asks(s, Asker::Child),
            on: "2026-04-08",
            owed: "due 2026-04-08 due soon",
        },
        Case {
            title: "overdue the day after",
            told: |s| asks(s, Asker::Child),
            on: "2026-04-09",
            owed: "due 2026-04-08 overdue",
        },
        Case {
            title: "nobody tells us of visits",
            told: |s| {
                asks(s, Asker::Carer);
                s.uncovered(Matter::Visits);
            },
            on: "2026-04-09",
            owed: "due 2026-04-08 not known",
        },
        Case {
            title: "a council that answers in two weeks may not after a notice of the inspectorate",
            told: |s| {
                s.norm("V08", "2026-01-01", 2);
                asks(s, Asker::ReviewingOfficer);
                s.on("2026-04-02", Fact::VisitRequested { by: Asker::Inspectorate }).on("2026-04-14", seen());
            },
            on: "2026-04-15",
            owed: "due 2026-04-15 met 2026-04-14; due 2026-04-09 met late 2026-04-14",
        },
        Case {
            title: "the child went home first",
            told: |s| {
                asks(s, Asker::Child);
                s.on("2026-04-03", left_care());
            },
            on: "2026-04-15",
            owed: "due 2026-04-08 superseded 2026-04-03",
        },
    ],
    ..NEW_PLACEMENT
};
fn asks(s: &mut Story, by: Asker) {
    into_care(s, "2026-03-02");
    s.on("2026-04-01", Fact::VisitRequested { by });
}
fn requested(a: &Asked) -> Vec<Owed> {
    let asked = a.h.find(|f| match f {
        F::Care(Fact::VisitRequested { by }) => Some(*by),
        _ => None,
    });
    let mut owed = vec![];
    for (k, by) in asked {
        let start = Event::from(k);
        let limit = if by == Asker::Inspectorate { NEW_PLACEMENT.limit } else { a.limit(start.on) };
        let Some(p) = a.h.care().periods.iter().find(|p| p.holds(start.on)) else { continue };
        let stop = a.h.visits().iter().find(|v| crate::asked::not_before(v, &start));
        owed.extend(while_known(a, p.known_until(), a.by(start, limit, stop.copied(), p.duty_ended())));
    }
    owed
}

pub(super) const IN_CUSTODY: Clock = Clock {
    code: "V09",
    name: "visit_in_custody",
    title: "First visit to a child in custody who was looked after until then",
    starts: "The child is detained and so ceases to be looked after",
    stops: "The child is visited and seen",
    limit: Limit(10, Unit::WorkingDays),
    source: "Visits to Former Looked After Children in Detention (England) Regulations 2010",
    mark: "K-M",
    notes: "Afterwards on request, or as the visitor recommends. A child under a care order stays looked after in custody \
            and is visited as such.",
    owed: in_custody,
    cases: &[
        Case {
            title: "due on the tenth working day",
            told: sentenced,
            on: "2026-04-17",
            owed: "due 2026-04-17 due soon",
        },
        Case { title: "overdue the day after", told: sentenced, on: "2026-04-18", owed: "due 2026-04-17 overdue" },
        Case {
            title: "nobody tells us of visits",
            told: |s| {
                sentenced(s);
                s.uncovered(Matter::Visits);
            },
            on: "2026-04-18",
            owed: "due 2026-04-17 not known",
        },
        Case {
            title: "accommodation ended for another reason, on the day of detention; visited in time",
            told: |s| {
                into_care(s, "2026-03-02");
                s.on("2026-04-01", left_care())
                    .on("2026-04-01", Fact::DetentionBegan { place: Detained::Custody })
                    .on("2026-04-17", seen());
            },
            on: "2026-04-18",
            owed: "due 2026-04-17 met 2026-04-17",
        },
        Case {
            title: "released before it was due",
            told: |s| {
                sentenced(s);
                s.on("2026-04-10", Fact::DetentionEnded);
            },
            on: "2026-04-18",
            owed: "due 2026-04-17 superseded 2026-04-10",
        },
        Case {
            title: "under a care order the child is still looked after",
            told: |s| {
                s.born("2009-05-03").on("2026-03-02", Fact::PlacementBegan(foster("C2")));
                s.on("2026-04-01", Fact::DetentionBegan { place: Detained::Custody });
            },
            on: "2026-04-18",
            owed: "",
        },
    ],
    ..NEW_PLACEMENT
};
fn sentenced(s: &mut Story) {
    into_care(s, "2026-03-02");
    s.on("2026-04-01", Fact::CeasedToBeLookedAfter { reason: "E9".into() });
}
fn in_custody(a: &Asked) -> Vec<Owed> {
    let custody = Detained::Custody;
    let began = a.h.events(|f| matches!(f, F::Care(Fact::DetentionBegan { place }) if *place == custody));
    let released = a.h.events(|f| matches!(f, F::Care(Fact::DetentionEnded)));
    let periods = &a.h.care().periods;
    let mut owed = vec![];
    for (n, p) in periods.iter().enumerate() {
        let Some(end) = &p.ended else { continue };
        let detained = began.iter().find(|e| e.on == end.on).copied();
        let Some(start) = detained.or(end.fact.filter(|_| end.reason.as_deref() == Some("E9"))) else { continue };
        let over = |on: Option<crate::Date>, why| on.filter(|d| *d <= a.h.today).map(|on| Ended { on, why });
        let ended = [
            over(released.iter().map(|e| e.on).find(|d| *d >= start.on), "The child was released"),
            over(periods.get(n + 1).map(|p| p.began().on), "The child is looked after again"),
            over(a.h.birthday(18), crate::care::ADULT),
            over(a.h.person().died, DIED),
        ];
        let ended = ended.into_iter().flatten().min_by_key(|e| e.on);
        owed.push(a.once(start, a.h.visits(), ended));
    }
    owed
}
