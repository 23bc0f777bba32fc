//! The child and family assessment, and seeing the child in it.
use super::{authorised, begun, referral};
use crate::{
    asked::not_before,
    assessment::{Assessment, Fact},
    case::{Case, Story},
    clock::{Asked, Clock, Kind, Limit, Matter, Owed, Unit},
    fact::{Event, Fact as F},
    front_door, people, protection,
    span::Span,
};

pub(super) const ASSESSMENT: Clock = Clock {
    code: "A01",
    name: "assessment",
    title: "Child and family assessment",
    starts: "The referral; for a second assessment after the same referral, its own start",
    stops: "A manager authorises the assessment",
    limit: Limit(45, Unit::WorkingDays),
    kind: Kind::StatutoryGuidance,
    source: "Working Together to Safeguard Children, on assessment",
    mark: "K-H",
    notes: "Nothing suspends it: not a section 47 enquiry, and a re-opened assessment keeps its start. When it takes \
            longer the social worker and the manager record why; the breach stays. It runs from the decision that an \
            assessment is needed, whether or not anybody has begun it.",
    stopped_by: Matter::Assessments,
    from: None,
    until: None,
    owed: |a| {
        let assessments = a.h.assessments();
        let owed = |s: &Span<Assessment>| {
            let start = s.of.counted_from;
            a.while_known(s, Matter::Assessments, a.by(start, a.limit(start.on), s.of.authorised, s.ended()))
        };
        let waiting = a.h.front_door().referrals.iter().filter(|r| {
            matches!(r.of.outcome.as_deref(), Some("ASS" | "S47")) && !assessments.iter().any(|s| r.holds(s.began.on))
        });
        let mut all: Vec<Owed> = assessments.iter().filter_map(owed).collect();
        all.extend(waiting.map(|r| a.by(r.began, a.limit(r.began.on), None, r.ended())));
        all
    },
    cases: &[
        Case {
            title: "On the last day",
            told: |s| referred_and_begun(s, "2026-03-02", "2026-03-04"),
            on: "2026-05-07",
            owed: "due 2026-05-07 due soon", // Good Friday, Easter Monday and the first Monday in May do not count
        },
        Case {
            title: "The day after",
            told: |s| referred_and_begun(s, "2026-03-02", "2026-03-04"),
            on: "2026-05-08",
            owed: "due 2026-05-07 overdue",
        },
        Case {
            title: "A section 47 enquiry does not suspend it",
            told: |s| {
                referred_and_begun(s, "2026-03-02", "2026-03-04");
                s.on("2026-03-10", discussion(None));
            },
            on: "2026-05-08",
            owed: "due 2026-05-07 overdue",
        },
        Case {
            title: "Re-opened, it keeps its start",
            told: |s| {
                referred_and_begun(s, "2026-03-02", "2026-03-04");
                s.on("2026-04-01", authorised("NFA"))
                    .on("2026-04-20", Fact::AssessmentReopened { why: "The father was never spoken to".into() });
            },
            on: "2026-05-08",
            owed: "due 2026-05-07 overdue",
        },
        Case {
            title: "Re-opened and authorised again",
            told: |s| {
                referred_and_begun(s, "2026-03-02", "2026-03-04");
                s.on("2026-04-01", authorised("NFA"))
                    .on("2026-04-20", Fact::AssessmentReopened { why: "The father was never spoken to".into() })
                    .on("2026-05-11", authorised("CIN"));
            },
            on: "2026-06-01",
            owed: "due 2026-05-07 met late 2026-05-11",
        },
        Case {
            title: "Needed, and nobody has begun it",
            told: |s| {
                s.on("2026-03-02", referral(false)).on("2026-03-03", decided("ASS"));
            },
            on: "2026-05-08",
            owed: "due 2026-05-07 overdue",
        },
        Case {
            title: "A second one after the same referral counts from its own start",
            told: |s| {
                referred_and_begun(s, "2026-03-02", "2026-03-04");
                s.on("2026-04-01", authorised("CIN")).on("2026-09-01", Fact::AssessmentBegan);
            },
            on: "2026-09-02",
            owed: "due 2026-05-07 met 2026-04-01; due 2026-11-03 running",
        },
        Case {
            title: "The case was closed before it was finished",
            told: |s| {
                referred_and_begun(s, "2026-03-02", "2026-03-04");
                s.on("2026-03-20", front_door::Fact::CaseClosed { reason: "RC5".into() });
            },
            on: "2026-06-01",
            owed: "due 2026-05-07 superseded 2026-03-20",
        },
        Case {
            title: "Across Christmas",
            told: |s| {
                s.on("2026-11-22", Fact::AssessmentBegan);
            },
            on: "2026-11-23",
            owed: "due 2027-01-27 running",
        },
        Case {
            title: "The bank holidays are not known so far ahead",
            told: |s| {
                s.on("2027-12-01", Fact::AssessmentBegan);
            },
            on: "2027-12-02",
            owed: "not known",
        },
        Case {
            title: "No source says what was authorised",
            told: |s| {
                referred_and_begun(s, "2026-03-02", "2026-03-04");
                s.uncovered(Matter::Assessments);
            },
            on: "2026-05-08",
            owed: "due 2026-05-07 not known",
        },
    ],
};

pub(super) const SEEN: Clock = Clock {
    code: "A05",
    name: "seen_in_assessment",
    title: "The child is seen in the assessment",
    starts: "The assessment begins; in row A05-s47, the strategy discussion that begins enquiries",
    stops: "A visit at which the child is seen, alone where that is right",
    limit: Limit(5, Unit::WorkingDays),
    kind: Kind::LocalNorm,
    source: "Local standards for assessment; local safeguarding procedures for enquiries",
    mark: "K-M",
    notes: "When enquiries begin under section 47 the child is seen by the day that the strategy discussion set, \
            otherwise within 24 hours of it. A visit at which the child was not seen does not count.",
    stopped_by: Matter::ChildSeen,
    from: None,
    until: None,
    owed: |a| {
        let seen = a.h.visits();
        let owed = |s: &Span<Assessment>| a.while_known(s, Matter::Assessments, a.once(s.began, seen, s.ended()));
        let mut all: Vec<Owed> = a.h.assessments().iter().filter_map(owed).collect();
        all.extend(a.h.protection().enquiries.iter().filter(|e| !e.reported).map(|e| seen_in_enquiry(a, e, seen)));
        all
    },
    cases: &[
        Case { title: "On the last day", told: begun, on: "2026-03-09", owed: "due 2026-03-09 due soon" },
        Case { title: "The day after", told: begun, on: "2026-03-10", owed: "due 2026-03-09 overdue" },
        Case {
            title: "Nobody was in: the child was not seen",
            told: |s| {
                begun(s);
                visited(s, "2026-03-05", false);
            },
            on: "2026-03-10",
            owed: "due 2026-03-09 overdue",
        },
        Case {
            title: "Seen on the third day",
            told: |s| {
                begun(s);
                visited(s, "2026-03-05", true);
            },
            on: "2026-03-10",
            owed: "due 2026-03-09 met 2026-03-05",
        },
        Case {
            title: "Within 24 hours of the discussion that began enquiries",
            told: |s| {
                s.on("2026-03-10T11:00", discussion(None));
            },
            on: "2026-03-11T11:00",
            owed: "A05-s47 due 2026-03-11T11:00 overdue",
        },
        Case {
            title: "The discussion set the day itself",
            told: |s| {
                s.on("2026-03-10T11:00", discussion(Some(crate::day::date(2026, 3, 12))));
                visited(s, "2026-03-12", true);
            },
            on: "2026-03-13",
            owed: "A05-s47 due 2026-03-12 met 2026-03-12",
        },
        Case {
            title: "Nobody said at what hour the discussion was held",
            told: |s| {
                s.on("2026-03-10", discussion(None));
            },
            on: "2026-03-13",
            owed: "A05-s47 not known",
        },
        Case {
            title: "No source says who was seen",
            told: |s| {
                begun(s);
                s.uncovered(Matter::ChildSeen);
            },
            on: "2026-03-10",
            owed: "due 2026-03-09 not known",
        },
    ],
};
fn seen_in_enquiry(a: &Asked, enquiry: &Span<protection::Enquiry>, seen: &[Event]) -> Owed {
    let (start, ended) = (enquiry.began, enquiry.ended());
    let stop = seen.iter().find(|s| not_before(s, &start)).copied();
    let owed = match enquiry.of.see_child_by {
        Some(day) => a.on_day(start, day, "the day that the strategy discussion set".into(), stop, ended),
        None => a.by(start, Limit(24, Unit::Hours), stop, ended),
    };
    Owed { row: "A05-s47", ..owed }
}

fn decided(outcome: &str) -> front_door::Fact {
    front_door::Fact::ReferralDecided { outcome: outcome.into(), why: String::new() }
}
fn referred_and_begun(s: &mut Story, referred: &str, began: &str) {
    s.on(referred, referral(false)).on(referred, decided("ASS")).on(began, Fact::AssessmentBegan);
}
fn discussion(see_child_by: Option<crate::Date>) -> protection::Fact {
    let agencies = vec![protection::Agency::Police, protection::Agency::Health];
    protection::Fact::StrategyDiscussionHeld { enquiry_begins: true, agencies, see_child_by }
}
fn visited(s: &mut Story, when: &str, seen: bool) {
    s.on(when, F::People(people::Fact::Visited(people::Visit { seen, ..people::Visit::default() })));
}
