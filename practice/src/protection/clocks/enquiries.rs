//! Enquiries: the strategy discussion, what the enquiry comes to, and the conference it leads to.
use super::{concluded, discussion, enquiry_begins, plan_made};
use crate::{
    asked::{Ended, not_before},
    case::Case,
    clock::{Asked, Clock, Kind, Limit, Matter, Met, Owed, Unit},
    fact::{Event, Fact as F},
    front_door,
    protection::{Agency, Enquiry, Fact, reported},
    span::Span,
};

pub(super) const DISCUSSION: Clock = Clock {
    code: "P01",
    name: "strategy_discussion",
    title: "Strategy discussion",
    starts: "There is reasonable cause to suspect significant harm, or a referral is decided that way",
    stops: "A discussion with at least the police and health",
    limit: Limit(1, Unit::WorkingDays),
    kind: Kind::LocalNorm,
    source: "Working Together to Safeguard Children, which says: as soon as possible",
    mark: "K-M",
    notes: "Many procedures say the same day. At once when the police or a court have already protected the child; up \
            to three working days in complex or organised abuse. What is suspected while a discussion is awaited is \
            answered by that discussion.",
    stopped_by: Matter::StrategyDiscussions,
    from: None,
    until: None,
    owed: |a| {
        let starts = a.h.events(|f| match f {
            F::Protection(Fact::SignificantHarmSuspected) => true,
            F::FrontDoor(front_door::Fact::ReferralDecided { outcome, .. }) => outcome == "S47",
            _ => false,
        });
        let enough = |agencies: &[Agency]| [Agency::Police, Agency::Health].iter().all(|a| agencies.contains(a));
        let held = a
            .h
            .events(|f| matches!(f, F::Protection(Fact::StrategyDiscussionHeld { agencies, .. }) if enough(agencies)));
        let mut owed: Vec<Owed> = vec![];
        for start in starts {
            let answered = |o: &Owed| matches!(&o.met, Met::By(stop) if !not_before(stop, &start));
            if owed.last().is_none_or(answered) {
                owed.push(a.once(start, &held, None));
            }
        }
        owed
    },
    cases: &[
        Case {
            title: "On the next working day",
            told: |s| {
                s.on("2026-03-06", Fact::SignificantHarmSuspected); // a Friday
            },
            on: "2026-03-09",
            owed: "due 2026-03-09 due soon",
        },
        Case {
            title: "The day after",
            told: |s| {
                s.on("2026-03-06", Fact::SignificantHarmSuspected);
            },
            on: "2026-03-10",
            owed: "due 2026-03-09 overdue",
        },
        Case {
            title: "Without health it is not yet one",
            told: |s| {
                s.on("2026-03-06", Fact::SignificantHarmSuspected)
                    .on("2026-03-06", discussion(&[Agency::SocialCare, Agency::Police], true));
            },
            on: "2026-03-10",
            owed: "due 2026-03-09 overdue",
        },
        Case {
            title: "A referral decided that way starts it too, once",
            told: |s| {
                let decided = front_door::Fact::ReferralDecided { outcome: "S47".into(), why: String::new() };
                s.on("2026-03-05", Fact::SignificantHarmSuspected)
                    .on("2026-03-06", decided)
                    .on("2026-03-06", enquiry_begins());
            },
            on: "2026-03-10",
            owed: "due 2026-03-06 met 2026-03-06",
        },
        Case {
            title: "Suspected again after it was answered",
            told: |s| {
                s.on("2026-03-05", Fact::SignificantHarmSuspected)
                    .on("2026-03-06", enquiry_begins())
                    .on("2026-06-08", Fact::SignificantHarmSuspected);
            },
            on: "2026-06-08",
            owed: "due 2026-03-06 met 2026-03-06; due 2026-06-09 due soon",
        },
        Case {
            title: "No source says what discussions were held",
            told: |s| {
                s.on("2026-03-06", Fact::SignificantHarmSuspected).uncovered(Matter::StrategyDiscussions);
            },
            on: "2026-03-10",
            owed: "due 2026-03-09 not known",
        },
    ],
};

pub(super) const OUTCOME: Clock = Clock {
    code: "P02",
    name: "enquiry_outcome",
    title: "What the enquiry came to",
    starts: "The strategy discussion at which section 47 enquiries were begun",
    stops: "A manager authorises the outcome",
    limit: Limit(15, Unit::WorkingDays),
    kind: Kind::LocalNorm,
    source: "Working Together to Safeguard Children: before an initial conference, which is due in 15 working days",
    mark: "K-M",
    notes: "Ten working days is often used, so that reports can be written. The census does not say when an enquiry \
            was concluded; when it led to a conference in time, it was concluded in time.",
    stopped_by: Matter::Enquiries,
    from: None,
    until: None,
    owed: |a| a.h.protection().enquiries.iter().map(|s| outcome(a, s)).collect(),
    cases: &[
        Case { title: "On the last day", told: |s| begun(s, None), on: "2026-03-23", owed: "due 2026-03-23 due soon" },
        Case { title: "The day after", told: |s| begun(s, None), on: "2026-03-24", owed: "due 2026-03-23 overdue" },
        Case {
            title: "Concluded in time",
            told: |s| begun(s, Some("NFA")),
            on: "2026-03-24",
            owed: "due 2026-03-23 met 2026-03-13",
        },
        Case {
            title: "No source says what it came to",
            told: |s| {
                begun(s, None);
                s.uncovered(Matter::Enquiries);
            },
            on: "2026-03-24",
            owed: "due 2026-03-23 not known",
        },
        Case {
            title: "A return tells of the conference and not of the outcome",
            told: |s| told_by_a_return(s, "2026-03-20", "0"),
            on: "2026-06-01",
            owed: "due 2026-03-23 met 2026-03-20",
        },
        Case {
            title: "A return says only that no conference was needed",
            told: |s| told_by_a_return(s, "", "1"),
            on: "2026-06-01",
            owed: "not known",
        },
    ],
};
fn outcome(a: &Asked, s: &Span<Enquiry>) -> Owed {
    let by = |stop| a.by(s.began, a.limit(s.began.on), stop, s.ended());
    if !s.reported || s.of.concluded.is_some() {
        return by(s.of.concluded);
    }
    let owed = by(s.of.conference);
    match owed.met {
        Met::By(_) if owed.breached_from().is_none() => owed,
        _ => a.not_known(s.began, "The census does not say when an enquiry was concluded", "the child's social worker"),
    }
}

pub(super) const CONFERENCE: Clock = Clock {
    code: "P03",
    name: "initial_conference",
    title: "Initial child protection conference",
    starts: "The strategy discussion at which section 47 enquiries were begun",
    stops: "The conference is held",
    limit: Limit(15, Unit::WorkingDays),
    kind: Kind::StatutoryGuidance,
    source: "Working Together to Safeguard Children; the CIN census, InitialCPCtarget",
    mark: "K-H",
    notes: "When there were several discussions it counts from the one that began the enquiries. Nothing is owed once \
            the enquiry ended otherwise. The census takes no conference at a weekend.",
    stopped_by: Matter::Conferences,
    from: None,
    until: None,
    owed: |a| {
        let needed = a.h.protection().enquiries.iter().filter(|s| !s.of.no_conference_needed);
        let owed = |s: &Span<Enquiry>| a.by(s.began, a.limit(s.began.on), s.of.conference, without_conference(s));
        needed.filter_map(|s| a.while_known(s, Matter::Enquiries, owed(s))).collect()
    },
    cases: &[
        Case {
            title: "On the last day",
            told: |s| begun(s, Some("ICPC")),
            on: "2026-03-23",
            owed: "due 2026-03-23 due soon",
        },
        Case {
            title: "The day after",
            told: |s| begun(s, Some("ICPC")),
            on: "2026-03-24",
            owed: "due 2026-03-23 overdue",
        },
        Case {
            title: "Counted from the discussion that began enquiries, neither the one before nor the one after",
            told: |s| {
                s.on("2026-02-26", discussion(&[Agency::Police, Agency::Health], false));
                begun(s, None);
                s.on("2026-03-09", discussion(&[Agency::Police, Agency::Health], true));
            },
            on: "2026-03-10",
            owed: "due 2026-03-23 running",
        },
        Case {
            title: "Held two days late",
            told: |s| {
                begun(s, Some("ICPC"));
                s.on("2026-03-25", plan_made());
            },
            on: "2026-04-01",
            owed: "due 2026-03-23 met late 2026-03-25",
        },
        Case {
            title: "The enquiry ended without one",
            told: |s| begun(s, Some("NSUB")),
            on: "2026-04-01",
            owed: "due 2026-03-23 superseded 2026-03-13",
        },
        Case {
            title: "Over Christmas three bank holidays do not count",
            told: |s| {
                s.on("2026-12-10", enquiry_begins());
            },
            on: "2027-01-05",
            owed: "due 2027-01-05 due soon",
        },
        Case {
            title: "No source says what conferences were held",
            told: |s| {
                begun(s, Some("ICPC"));
                s.uncovered(Matter::Conferences);
            },
            on: "2026-03-24",
            owed: "due 2026-03-23 not known",
        },
        Case {
            title: "A return says that it led to a conference",
            told: |s| told_by_a_return(s, "2026-03-20", "0"),
            on: "2026-06-01",
            owed: "due 2026-03-23 met 2026-03-20",
        },
        Case {
            title: "A return says that none was needed",
            told: |s| told_by_a_return(s, "", "1"),
            on: "2026-06-01",
            owed: "",
        },
    ],
};
fn without_conference(s: &Span<Enquiry>) -> Option<Ended> {
    match s.of.concluded {
        Some(concluded) if s.of.needs_no_conference() => Some(ended_without(concluded)),
        Some(_) => None,
        None => s.ended(),
    }
}
fn ended_without(concluded: Event) -> Ended {
    Ended { on: concluded.on, why: "The enquiry ended without a conference" }
}

fn begun(s: &mut crate::case::Story, outcome: Option<&str>) {
    s.on("2026-03-02", enquiry_begins());
    if let Some(outcome) = outcome {
        s.on("2026-03-13", concluded(outcome));
    }
}
fn told_by_a_return(s: &mut crate::case::Story, conference: &str, not_required: &str) {
    s.on(
        "2026-03-02",
        Fact::EnquiryReported(Box::new(reported::Enquiry {
            origin: crate::reported::Origin { return_year: 2026, ..Default::default() },
            s47_actual_start_date: "2026-03-02".into(),
            date_of_initial_cpc: conference.into(),
            icpc_not_required: not_required.into(),
            ..Default::default()
        })),
    );
}
