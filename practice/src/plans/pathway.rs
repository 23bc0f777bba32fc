//! The pathway plan: what a young person who leaves care is to have, by whom and by when (Children Act 1989
//! Sch 2 para 19B, ss 23B, 23C, 23CA; Care Leavers (England) Regulations 2010 regs 6-7 and Sch 1; Care Planning
//! Regulations 2010 reg 43 and Sch 8).
use super::{Area, Change, Kind, clocks, stories::*};
use crate::{
    case::Case,
    clock::{self, Clock, Limit, Matter, Unit},
    leavers::PATHWAY_PLAN_REVIEW,
};

pub const PATHWAY: Kind = Kind {
    code: "pathway",
    title: "Pathway plan",
    source: "Care Leavers (England) Regulations 2010 regs 6-7 and Sch 1; Care Planning Regulations 2010 reg 43 and Sch 8",
    mark: "K-H",
    areas: &[
        Area {
            code: "support",
            title: "Contact and personal support",
            plainly: "Who is there for me",
            asks: "How much contact and support there is, of what sort, and who gives it",
            source: "Sch 1",
        },
        Area {
            code: "home",
            title: "Accommodation",
            plainly: "Where I live",
            asks: "Where the young person lives or is to live, whether it suits them, and what it needs",
            source: "Sch 1",
        },
        Area {
            code: "learning",
            title: "Education and training",
            plainly: "Learning",
            asks: "What they are studying or training for, and what is planned next",
            source: "Sch 1",
        },
        Area {
            code: "work",
            title: "Employment",
            plainly: "Work",
            asks: "How the council helps them to find and keep work, or something else worth doing",
            source: "Sch 1",
        },
        Area {
            code: "people",
            title: "Family and social relationships",
            plainly: "My people",
            asks: "Who matters to them, and what helps those relationships",
            source: "Sch 1",
        },
        Area {
            code: "skills",
            title: "Practical and other skills",
            plainly: "Doing things for myself",
            asks: "What they can do, and what they are to learn for living on their own",
            source: "Sch 1",
        },
        Area {
            code: "money",
            title: "Money",
            plainly: "Money",
            asks: "What they live on, what the council pays, and what they are entitled to",
            source: "Sch 1",
        },
        Area {
            code: "health",
            title: "Health",
            plainly: "My health",
            asks: "Physical, emotional and mental health: what is needed and how it is met",
            source: "Sch 1",
        },
        Area {
            code: "identity",
            title: "Identity and immigration status",
            plainly: "Who I am",
            asks: "Religion, culture, language and papers; immigration status, its end and its deadlines",
            source: "Sch 8; Transition to adulthood guidance",
        },
    ],
    stale_by: &[
        Change::Moved,
        Change::LearningOrWorkBegan,
        Change::LearningOrWorkEnded,
        Change::Arrested,
        Change::IntoCustody,
        Change::Released,
        Change::Pregnancy,
        Change::ImmigrationDecision,
        Change::HealthCrisis,
        Change::NewAdviser,
        Change::Asked,
        Change::Turning18,
        Change::Turning21,
        Change::Turning25,
    ],
    review: &PATHWAY_PLAN_REVIEW,
    stale: &STALE,
    until_age: 25,
};

pub const STALE: Clock = Clock {
    code: "B02",
    name: "pathway_plan_stale",
    title: "Stale pathway plan looked at",
    starts: "Something changes that a plan in force has to speak to: a move, an arrest, a birthday coming",
    stops: "A new version comes into force, or somebody says why this one stands",
    limit: Limit(28, Unit::Days),
    kind: clock::Kind::LocalNorm,
    source: "Our own choice, after Care Leavers (England) Regulations 2010 reg 7(3): a review as soon as practicable \
             after 28 days in new accommodation",
    mark: "K-M",
    notes: "The plan stays in force while it is stale. What changes while it is stale already starts no second clock; one \
            version or one reason answers all that changed before it.",
    stopped_by: Matter::PathwayPlans,
    from: None,
    until: None,
    owed: |a| clocks::stale(a, &PATHWAY),
    cases: &[
        Case { title: "due 28 days after a move", told: moved, on: "2026-05-29", owed: "due 2026-05-29 due soon" },
        Case { title: "overdue the day after", told: moved, on: "2026-05-30", owed: "due 2026-05-29 overdue" },
        Case {
            title: "nobody tells us of pathway plans",
            told: |s| {
                moved(s);
                s.uncovered(Matter::PathwayPlans);
            },
            on: "2026-05-30",
            owed: "due 2026-05-29 not known",
        },
        Case {
            title: "a council that asks for two weeks",
            told: |s| {
                s.norm("B02", "2020-01-01", 14);
                moved(s);
            },
            on: "2026-05-16",
            owed: "due 2026-05-15 overdue",
        },
        Case {
            title: "somebody said why it stands; the next change makes it stale again",
            told: |s| {
                moved(s);
                s.on("2026-05-04", stands(1, false)).on("2026-06-01", happened(Change::Arrested));
            },
            on: "2026-06-02",
            owed: "due 2026-05-29 met 2026-05-04; due 2026-06-29 running",
        },
        Case {
            title: "a second change while it is stale is answered with the first",
            told: |s| {
                moved(s);
                s.on("2026-05-10", happened(Change::HealthCrisis));
            },
            on: "2026-05-12",
            owed: "due 2026-05-29 running",
        },
        Case {
            title: "a draft does not answer it; the version in force does",
            told: |s| {
                moved(s);
                s.on("2026-05-20", version(2)).on("2026-05-21", agreed(2)).on("2026-06-02", copy(2));
            },
            on: "2026-06-03",
            owed: "due 2026-05-29 met late 2026-06-02",
        },
        Case {
            title: "arrested between draft and agreement: it was stale on the day it came into force",
            told: |s| {
                s.on("2026-03-01", version(1))
                    .on("2026-03-02", happened(Change::Arrested))
                    .on("2026-03-03", agreed(1))
                    .on("2026-03-05", copy(1));
            },
            on: "2026-03-06",
            owed: "due 2026-04-02 running",
        },
        Case {
            title: "three months before the eighteenth birthday, with nothing said",
            told: |s| {
                s.born("2008-08-10");
                in_force(s);
            },
            on: "2026-05-11",
            owed: "due 2026-06-08 running",
        },
        Case { title: "nothing has changed", told: in_force, on: "2026-05-30", owed: "" },
    ],
};
