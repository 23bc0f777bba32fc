//! What comes with leaving and after it: the history of their health, support from 21, housing.
use super::{duties, events, plans_prepared, since};
use crate::{
    asked::Ended,
    case::Case,
    clock::{Asked, Clock, Kind, Limit, Matter, Owed, Unit},
    day::words,
    fact::{Event, Fact as F},
    leavers::{Category, Fact, told::told},
    plans::stories,
};

pub(super) const OFFER: Clock = Clock {
    code: "W10",
    name: "support_offered_from_21",
    title: "Advice and support offered, from 21",
    starts: "The 21st birthday, or the last offer",
    stops: "The offer is made, and how it was made is recorded",
    limit: Limit(12, Unit::Months),
    kind: Kind::Statute,
    source: "Children Act 1989 s23CZB(7)",
    mark: "K-H",
    notes: "As soon as possible after 21, and at least once in every 12 months. Not owed while they learn or are \
            supported, which is more; ends at 25.",
    stopped_by: Matter::InTouch,
    from: None,
    until: None,
    owed: offer,
    cases: &[
        Case {
            title: "within the year after 21",
            told: |s| told(s, AT_21),
            on: "2026-03-10",
            owed: "due 2026-03-10 due soon",
        },
        Case {
            title: "the day after it is overdue, though they were spoken with",
            told: |s| {
                told(s, AT_21);
                told(s, "2025-06-01 rang");
            },
            on: "2026-03-11",
            owed: "due 2026-03-10 overdue",
        },
        Case {
            title: "nobody tells us of offers",
            told: |s| {
                told(s, AT_21);
                s.uncovered(Matter::InTouch);
            },
            on: "2026-03-11",
            owed: "due 2026-03-10 not known",
        },
        Case {
            title: "offered, and asks: owed no more while supported",
            told: |s| {
                told(s, AT_21);
                told(s, "2025-04-01 offered; 2025-09-01 asked");
            },
            on: "2026-05-01",
            owed: "due 2026-03-10 met 2025-04-01; due 2026-04-01 superseded 2025-09-01",
        },
        Case {
            title: "at 25 it ends",
            told: |s| {
                told(
                    s,
                    "2001-03-10 born; 2016-01-01 care C2/U4; 2022-04-01 offered; 2023-04-01 offered; 2024-04-01 offered; 2025-04-01 offered",
                )
            },
            on: "2026-05-01",
            owed: "due 2023-03-10 met 2022-04-01; due 2023-04-01 met 2023-04-01; due 2024-04-01 met 2024-04-01; \
                   due 2025-04-01 met 2025-04-01; due 2026-04-01 superseded 2026-03-10",
        },
        Case {
            title: "a qualifying young person is not offered it",
            told: |s| told(s, "2004-03-10 born; 2020-04-01 care V2/U6; 2020-06-01 left"),
            on: "2026-05-01",
            owed: "",
        },
    ],
};
pub(super) const REQUEST: Clock = Clock {
    code: "W11",
    name: "support_request_assessed",
    title: "Supported again at 21 or later: assessed and planned",
    starts: "A former relevant young person of 21 to 24 asks for support, or learns or wishes to after a time without it",
    stops: "Their needs are assessed and a pathway plan is prepared",
    limit: Limit(3, Unit::Months),
    kind: Kind::LocalNorm,
    source: "Children Act 1989 s23CZB(4)-(5), s23CA; the length after Care Leavers Regulations 2010 reg 5",
    mark: "K-M",
    notes: "Both, since then. What was assessed before does not count. Whoever learns on from before 21 keeps the plan \
            that they have.",
    stopped_by: Matter::PathwayPlans,
    owed: request,
    cases: &[
        Case {
            title: "three months after asking",
            told: |s| told(s, ASKS),
            on: "2026-08-02",
            owed: "due 2026-08-02 due soon",
        },
        Case {
            title: "the day after it is overdue: a plan without an assessment",
            told: |s| {
                told(s, ASKS);
                told(s, "2026-06-01 planned");
            },
            on: "2026-08-03",
            owed: "due 2026-08-02 overdue",
        },
        Case {
            title: "nobody tells us of plans",
            told: |s| {
                told(s, ASKS);
                s.uncovered(Matter::PathwayPlans);
            },
            on: "2026-08-03",
            owed: "due 2026-08-02 not known",
        },
        Case {
            title: "both done",
            told: |s| {
                told(s, ASKS);
                told(s, "2026-06-01 assessed; 2026-06-20 planned");
            },
            on: "2026-08-03",
            owed: "due 2026-08-02 met 2026-06-20",
        },
        Case {
            title: "assessed, and the plan in force",
            told: |s| {
                told(s, ASKS);
                told(s, "2026-06-01 assessed");
                s.on("2026-06-05", stories::version(1)).on("2026-06-10", stories::agreed(1));
                s.on("2026-06-20", stories::copy(1));
            },
            on: "2026-08-03",
            owed: "due 2026-08-02 met 2026-06-20",
        },
        Case {
            title: "wants it no longer",
            told: |s| {
                told(s, ASKS);
                told(s, "2026-06-10 no-support");
            },
            on: "2026-08-03",
            owed: "due 2026-08-02 superseded 2026-06-10",
        },
        Case {
            title: "asked by a qualifying young person: advice, and no plan",
            told: |s| told(s, "2004-03-10 born; 2020-04-01 care V2/U6; 2020-06-01 left; 2026-05-02 asked"),
            on: "2026-08-03",
            owed: "",
        },
        Case {
            title: "learns at 22, without asking for anything",
            told: |s| told(s, &format!("{AT_21}; 2026-05-02 learning in")),
            on: "2026-08-03",
            owed: "due 2026-08-02 overdue",
        },
        Case {
            title: "learns on from 20: the plan goes on",
            told: |s| told(s, &format!("{AT_21}; 2024-09-01 learning in")),
            on: "2026-08-03",
            owed: "",
        },
    ],
    ..OFFER
};
pub(super) const HEALTH_HISTORY: Clock = Clock {
    code: "W13",
    name: "health_history_given",
    title: "Health history given",
    starts: "The child becomes eligible or relevant",
    stops: "The young person has taken the history of their health",
    limit: Limit(18, Unit::Months),
    kind: Kind::StatutoryGuidance,
    source: "Promoting the health and well-being of looked-after children (2015); Care Planning Regulations 2010 Sch 8",
    mark: "K-H",
    notes: "By the 18th birthday, whenever they leave care. Who declines it is offered it again later, and it still counts.",
    stopped_by: Matter::HealthHistories,
    owed: health_history,
    cases: &[
        Case {
            title: "by the 18th birthday",
            told: |s| told(s, AT_17),
            on: "2026-03-10",
            owed: "due 2026-03-10 due soon",
        },
        Case {
            title: "the day after it is overdue: offered and declined",
            told: |s| {
                told(s, AT_17);
                told(s, "2026-02-01 health-history declined");
            },
            on: "2026-03-11",
            owed: "due 2026-03-10 overdue",
        },
        Case {
            title: "nobody tells us of health histories",
            told: |s| {
                told(s, AT_17);
                s.uncovered(Matter::HealthHistories);
            },
            on: "2026-03-11",
            owed: "due 2026-03-10 not known",
        },
        Case {
            title: "taken when offered again",
            told: |s| {
                told(s, AT_17);
                told(s, "2026-02-01 health-history declined; 2026-09-01 health-history taken");
            },
            on: "2026-10-01",
            owed: "due 2026-03-10 met late 2026-09-01",
        },
        Case {
            title: "six months at home: no longer owed",
            told: |s| told(s, "2008-03-10 born; 2022-01-01 care V2/U4; 2024-06-01 left; 2024-06-01 home mother"),
            on: "2026-03-11",
            owed: "due 2026-03-10 superseded 2024-12-01",
        },
    ],
    ..OFFER
};
pub(super) const REFERRAL_TO_HOUSING: Clock = Clock {
    code: "W16",
    name: "referral_to_housing",
    title: "Duty to refer to housing",
    starts: "We know that a care leaver may lose their home within 56 days, unless they refused",
    stops: "A housing authority is told",
    limit: Limit(1, Unit::WorkingDays),
    source: "Housing Act 1996 s213B",
    mark: "K-M",
    notes: "The young person chooses the authority and must agree; while nobody has asked them it runs, and who refuses is \
            helped to think again. Ends with the status. The Act sets no number: one working day is the reference's.",
    stopped_by: Matter::Homelessness,
    owed: referral_to_housing,
    cases: &[
        Case {
            title: "the next working day",
            told: |s| told(s, THREATENED),
            on: "2026-05-18",
            owed: "due 2026-05-18 due soon",
        },
        Case {
            title: "overdue the day after",
            told: |s| told(s, THREATENED),
            on: "2026-05-19",
            owed: "due 2026-05-18 overdue",
        },
        Case {
            title: "nobody tells us of referrals to housing",
            told: |s| {
                told(s, THREATENED);
                s.uncovered(Matter::Homelessness);
            },
            on: "2026-05-19",
            owed: "due 2026-05-18 not known",
        },
        Case {
            title: "referred on the day",
            told: |s| {
                told(s, THREATENED);
                told(s, "2026-05-15 referred-to-housing");
            },
            on: "2026-05-19",
            owed: "due 2026-05-18 met 2026-05-15",
        },
        Case {
            title: "does not agree",
            told: |s| told(s, "2005-03-10 born; 2019-01-01 care C2/U4; 2026-05-15 may-lose-home refuses"),
            on: "2026-05-19",
            owed: "",
        },
        Case {
            title: "in the autumn perhaps",
            told: |s| told(s, "2005-03-10 born; 2019-01-01 care C2/U4; 2026-05-15 may-lose-home later"),
            on: "2026-05-19",
            owed: "",
        },
        Case {
            title: "nobody has asked them yet",
            told: |s| told(s, "2005-03-10 born; 2019-01-01 care C2/U4; 2026-05-15 may-lose-home unasked"),
            on: "2026-05-19",
            owed: "due 2026-05-18 overdue",
        },
        Case {
            title: "turned 25 before it was done",
            told: |s| told(s, "2001-05-18 born; 2016-01-01 care C2/U4; 2026-05-15 may-lose-home soon"),
            on: "2026-05-19",
            owed: "due 2026-05-18 superseded 2026-05-18",
        },
        Case {
            title: "died",
            told: |s| told(s, "2005-03-10 born; 2019-01-01 care C2/U4; 2026-05-15 may-lose-home soon; 2026-05-17 died"),
            on: "2026-05-19",
            owed: "due 2026-05-18 superseded 2026-05-17",
        },
    ],
    ..OFFER
};
const AT_21: &str = "2004-03-10 born; 2019-01-01 care C2/U4";
const ASKS: &str = "2004-03-10 born; 2019-01-01 care C2/U4; 2024-01-05 assessed; 2026-05-02 asked";
const AT_17: &str = "2008-03-10 born; 2022-01-01 care C2/U4";
const THREATENED: &str = "2005-03-10 born; 2019-01-01 care C2/U4; 2026-05-15 may-lose-home soon";

fn offer(a: &Asked) -> Vec<Owed> {
    let offers = events(a, |f| matches!(f, Fact::SupportOffered { .. }));
    let owed = duties(a, |held| held.is_offered_support()).into_iter();
    owed.flat_map(|d| a.every(d.began, a.clock.limit, |_| a.clock.limit, &offers, d.ended)).collect()
}
fn request(a: &Asked) -> Vec<Owed> {
    let Some(b21) = a.h.birthday(21) else { return vec![] };
    let assessed = events(a, |f| matches!(f, Fact::NeedsAssessmentCompleted));
    let planned = plans_prepared(a);
    let both = |start: Event| {
        let both = since(&assessed, start).zip(since(&planned, start));
        both.map(|(a, p)| if a.on > p.on { a } else { p })
    };
    let no_longer = events(a, |f| matches!(f, Fact::SupportNoLongerWanted));
    let owed = duties(a, |held| held.category == Category::FormerRelevant);
    let asks = events(a, |f| matches!(f, Fact::SupportRequested)).into_iter().filter(|e| e.on >= b21);
    let asks: Vec<Event> = asks.collect();
    // Learning takes them back in too, whether or not they asked.
    let again = duties(a, |held| held.is_advised()).into_iter().filter(|d| d.began.on >= b21);
    let again = again.filter(|d| !asks.iter().any(|ask| ask.on == d.began.on));
    let each = asks.iter().filter_map(|ask| {
        let d = owed.iter().find(|d| d.began.on <= ask.on && d.ended.is_none_or(|e| ask.on < e.on))?;
        let wanted = since(&no_longer, *ask).map(|e| Ended { on: e.on, why: "Support is no longer wanted" });
        Some((*ask, super::earlier(wanted, d.ended)))
    });
    let mut all: Vec<(Event, Option<Ended>)> = each.chain(again.map(|d| (d.began, d.ended))).collect();
    all.sort_by_key(|(start, _)| start.on);
    all.into_iter().map(|(start, ended)| a.by(start, a.limit(start.on), both(start), ended)).collect()
}
/// Owed from the beginning of the status to the 18th birthday, and after it until it is taken.
fn health_history(a: &Asked) -> Vec<Owed> {
    let taken = events(a, |f| matches!(f, Fact::HealthHistoryOffered { taken: true }));
    let Some(b18) = a.h.birthday(18) else { return vec![] };
    let first = duties(a, |held| held.is_advised()).into_iter().find(|d| d.began.on < b18);
    let owed = first.map(|d| {
        let arithmetic = format!("the 18th birthday, {}", words(b18));
        a.on_day(d.began, b18, arithmetic, taken.first().copied(), d.ended.filter(|e| e.on < b18))
    });
    owed.into_iter().collect()
}
fn referral_to_housing(a: &Asked) -> Vec<Owed> {
    let referred = events(a, |f| matches!(f, Fact::HousingReferralMade { .. }));
    let threatened: Vec<Event> =
        a.h.find(|f| match f {
            F::Leavers(Fact::HomelessnessThreatened { within_56_days: true, agrees_to_referral }) => {
                (*agrees_to_referral != Some(false)).then_some(())
            }
            _ => None,
        })
        .map(|(k, ())| Event::from(k))
        .collect();
    let leaver = duties(a, |held| !matches!(held.category, Category::None | Category::NotKnown));
    let owed = |e: Event| {
        let d = leaver.iter().find(|d| d.began.on <= e.on && d.ended.is_none_or(|end| e.on < end.on))?;
        Some(a.once(e, &referred, d.ended))
    };
    threatened.into_iter().filter_map(owed).collect()
}
