//! The clocks of looked after children's education.
use super::Fact;
use crate::{
    care::{self, PeriodOfCare, in_each_period, while_known},
    case::{Case, Story},
    clock::{Asked, Clock, Kind, Limit, Matter, Owed, Unit},
    fact::{Event, Fact as F},
    norms::Norm,
};

pub const CLOCKS: &[&Clock] = &[&FIRST_PLAN, &NEXT_PLAN, &SCHOOL_PLACE];

pub const PLAN_IN_SCHOOL_DAYS: Norm = Norm {
    code: "education_plan_in_school_days",
    title: "A first personal education plan is counted in school days",
    default: 1,
    unit: "1: school days; 0: working days",
    why: "The guidance is read both ways: ten school days, or ten working days",
};
pub const PLAN_AGE: Norm = Norm {
    code: "education_plan_age",
    title: "Personal education plans begin at",
    default: 3,
    unit: "years of age",
    why: "The guidance asks for plans from pre-school on and names no age",
};
const FIRST_PLAN: Clock = Clock {
    code: "E01",
    name: "education_plan",
    title: "Personal education plan",
    starts: "The child becomes looked after, or reaches the age at which plans begin",
    stops: "The plan is there",
    limit: Limit(10, Unit::SchoolDays),
    kind: Kind::StatutoryGuidance,
    source: "Promoting the education of looked-after children (2018)",
    mark: "K-M",
    notes: "In time for the first review. Read as school days or as working days: the council's norm decides, and so it \
            does from which age. Not in short breaks under reg 48.",
    stopped_by: Matter::EducationPlans,
    from: None,
    until: None,
    owed: plans,
    cases: &[
        Case {
            title: "due on the tenth school day",
            told: |s| into_care(s.school_year()),
            on: "2026-03-16",
            owed: "due 2026-03-16 due soon",
        },
        Case {
            title: "overdue the day after",
            told: |s| into_care(s.school_year()),
            on: "2026-03-17",
            owed: "due 2026-03-16 overdue",
        },
        Case {
            title: "nobody tells us of plans",
            told: |s| into_care(s.school_year().uncovered(Matter::EducationPlans)),
            on: "2026-03-17",
            owed: "due 2026-03-16 not known",
        },
        Case { title: "no school year has been entered", told: into_care, on: "2026-03-17", owed: "not known" },
        Case {
            title: "a council that counts working days",
            told: |s| {
                into_care(s.norm("education_plan_in_school_days", "2020-01-01", 0));
            },
            on: "2026-03-17",
            owed: "due 2026-03-16 overdue",
        },
        Case {
            title: "the Easter holiday does not count",
            told: |s| {
                s.school_year()
                    .born("2014-05-03")
                    .on("2026-03-25", care::Fact::PlacementBegan(care::clocks::foster("V2")));
            },
            on: "2026-04-01",
            owed: "due 2026-04-22 running",
        },
        Case {
            title: "two years old: counted from the third birthday",
            told: |s| {
                s.school_year()
                    .born("2023-03-04")
                    .on("2026-03-02", care::Fact::PlacementBegan(care::clocks::foster("V2")));
            },
            on: "2026-03-10",
            owed: "due 2026-03-18 running",
        },
    ],
};
const NEXT_PLAN: Clock = Clock {
    code: "E02",
    name: "education_plan_review",
    title: "Review of the personal education plan",
    starts: "The plan is made or reviewed",
    stops: "It is reviewed",
    limit: Limit(1, Unit::Terms),
    mark: "K-H",
    notes: "Every school term: by the end of the term after the one in which it was made or last reviewed.",
    cases: &[
        Case {
            title: "due at the end of the next term",
            told: planned,
            on: "2026-07-22",
            owed: "due 2026-07-22 due soon",
        },
        Case { title: "overdue the day after", told: planned, on: "2026-07-23", owed: "due 2026-07-22 overdue" },
        Case {
            title: "plans are told until the end of March and no longer",
            told: |s| {
                planned(s);
                s.told_only(Matter::EducationPlans, "2026-03-01", "2026-03-31");
            },
            on: "2026-07-23",
            owed: "due 2026-07-22 not known",
        },
        Case {
            title: "the next school year has not been entered",
            told: |s| {
                planned(s);
                s.on("2026-07-10", Fact::EducationPlanReviewed);
            },
            on: "2026-12-30",
            owed: "due 2026-07-22 met 2026-07-10; not known",
        },
    ],
    ..FIRST_PLAN
};
const SCHOOL_PLACE: Clock = Clock {
    code: "E03",
    name: "school_place",
    title: "School place found",
    starts: "A looked after child is without a school place",
    stops: "The child has a full-time place",
    limit: Limit(20, Unit::SchoolDays),
    mark: "K-H",
    notes: "Above all after a placement made in an emergency.",
    stopped_by: Matter::SchoolPlaces,
    owed: school_place,
    cases: &[
        Case {
            title: "due on the twentieth school day, over Easter",
            told: without_school,
            on: "2026-04-13",
            owed: "due 2026-04-13 due soon",
        },
        Case { title: "overdue the day after", told: without_school, on: "2026-04-14", owed: "due 2026-04-13 overdue" },
        Case {
            title: "nobody tells us of school places",
            told: |s| {
                without_school(s);
                s.uncovered(Matter::SchoolPlaces);
            },
            on: "2026-04-14",
            owed: "due 2026-04-13 not known",
        },
        Case {
            title: "no school year has been entered",
            told: |s| {
                into_care(s);
                s.on("2026-03-02", lost());
            },
            on: "2026-04-14",
            owed: "not known",
        },
        Case {
            title: "two mornings a week are not a place",
            told: |s| {
                without_school(s);
                s.on("2026-03-09", found(false)).on("2026-04-14", found(true));
            },
            on: "2026-04-15",
            owed: "due 2026-04-13 met late 2026-04-14",
        },
        Case {
            title: "home again before it was due",
            told: |s| {
                without_school(s);
                s.on("2026-03-20", care::clocks::left_care());
            },
            on: "2026-04-15",
            owed: "due 2026-04-13 superseded 2026-03-20",
        },
    ],
    ..FIRST_PLAN
};
fn into_care(s: &mut Story) {
    care::clocks::into_care(s, "2026-03-02");
}
fn planned(s: &mut Story) {
    into_care(s.school_year());
    s.on("2026-03-10", Fact::EducationPlanMade);
}
fn without_school(s: &mut Story) {
    into_care(s.school_year());
    s.on("2026-03-02", lost());
}
fn lost() -> Fact {
    Fact::SchoolPlaceLost { why: "The placement is too far from the old school".into() }
}
fn found(full_time: bool) -> Fact {
    Fact::SchoolPlaceFound { urn: None, full_time }
}

/// Two clocks, one chain: the first plan of a period of care, then its reviews.
fn plans(a: &Asked) -> Vec<Owed> {
    let made = a.h.events(|f| matches!(f, F::Education(Fact::EducationPlanMade | Fact::EducationPlanReviewed)));
    in_each_period(a, |p| {
        let Some(start) = begins(a, p) else { return vec![] };
        let unit = match a.norms.get(&PLAN_IN_SCHOOL_DAYS, start.on) {
            0 => Unit::WorkingDays,
            _ => Unit::SchoolDays,
        };
        let first = Limit(FIRST_PLAN.limit.0, unit);
        let all = a.every(start, first, |_| NEXT_PLAN.limit, &made, p.duty_ended());
        let first_asked = a.clock.code == FIRST_PLAN.code;
        all.into_iter().enumerate().filter(|(n, _)| (*n == 0) == first_asked).map(|(_, o)| o).collect()
    })
}
/// The start of the period, or the birthday at which plans begin, where that comes in it.
fn begins(a: &Asked, p: &PeriodOfCare) -> Option<Event> {
    let age = a.norms.get(&PLAN_AGE, p.began().on);
    let start = match a.h.birthday(age) {
        Some(old_enough) if old_enough > p.began().on => p.began().on(old_enough),
        _ => p.began(),
    };
    Some(start).filter(|e| e.on <= a.h.today && p.until().is_none_or(|u| e.on < u))
}
fn school_place(a: &Asked) -> Vec<Owed> {
    let lost = a.h.events(|f| matches!(f, F::Education(Fact::SchoolPlaceLost { .. })));
    let found = a.h.events(|f| matches!(f, F::Education(Fact::SchoolPlaceFound { full_time: true, .. })));
    let mut owed = vec![];
    for start in lost {
        let Some(p) = a.h.care().periods.iter().find(|p| p.holds(start.on) && !p.short_breaks) else { continue };
        owed.extend(while_known(a, p.known_until(), a.once(start, &found, p.duty_ended())));
    }
    owed
}
