//! The clocks of assessment: 45 working days that nothing suspends, with the council's checkpoints on the way.
use super::{Assessment, Carer, Checkpoint, Fact, carer_assessments};
use crate::{
    asked::{Ended, not_before},
    case::{Case, Story},
    clock::{Asked, Clock, Kind, Limit, Matter, Owed, Unit},
    day::{plus_weeks, words},
    fact::{Event, Fact as F},
    front_door, people, protection,
    span::Span,
};

pub const CLOCKS: &[&Clock] = &[&ASSESSMENT, &FIRST_LOOK, &SECOND_LOOK, &DRAFT, &SEEN, &CARER, &BEFORE_BIRTH];

const ASSESSMENT: Clock = Clock {
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
        let mut all: Vec<Owed> = assessments.iter().map(owed).collect();
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

const FIRST_LOOK: Clock = Clock {
    code: "A02",
    name: "assessment_first_look",
    title: "A manager looks at the assessment",
    stops: "A manager records the first look; the census calls it the internal review",
    limit: Limit(10, Unit::WorkingDays),
    owed: |a| {
        each(a, |s| {
            let first = s.of.reviews.iter().find(|r| r.1 == Checkpoint::First);
            first.map(|r| r.0)
        })
    },
    cases: &[
        Case { title: "On the last day", told: begun, on: "2026-03-16", owed: "due 2026-03-16 due soon" },
        Case { title: "The day after", told: begun, on: "2026-03-17", owed: "due 2026-03-16 overdue" },
        Case {
            title: "Looked at on the eighth day",
            told: |s| {
                begun(s);
                s.on("2026-03-12", looked_at(Checkpoint::First));
            },
            on: "2026-03-17",
            owed: "due 2026-03-16 met 2026-03-12",
        },
        Case {
            title: "Authorised before anybody needed to look",
            told: |s| {
                begun(s);
                s.on("2026-03-10", authorised("NFA"));
            },
            on: "2026-03-17",
            owed: "due 2026-03-16 superseded 2026-03-10",
        },
        Case {
            title: "No source says who looked",
            told: |s| {
                begun(s);
                s.uncovered(Matter::AssessmentReviews);
            },
            on: "2026-03-17",
            owed: "due 2026-03-16 not known",
        },
    ],
    ..CHECKPOINT
};
/// What the council's checkpoints share.
const CHECKPOINT: Clock = Clock {
    code: "",
    name: "",
    title: "",
    starts: "The assessment begins",
    stops: "",
    limit: Limit(0, Unit::WorkingDays),
    kind: Kind::LocalNorm,
    source: "Local protocol for assessment, which Working Together asks every council to publish",
    mark: "K-M",
    notes: "Ten, twenty-five and thirty-five working days are a common pattern. Nothing is owed once the assessment is authorised.",
    stopped_by: Matter::AssessmentReviews,
    from: None,
    until: None,
    owed: |_| vec![],
    cases: &[],
};

const SECOND_LOOK: Clock = Clock {
    code: "A03",
    name: "assessment_second_look",
    title: "A manager looks at the assessment again",
    stops: "A manager records the second look",
    limit: Limit(25, Unit::WorkingDays),
    owed: |a| {
        each(a, |s| {
            let second = s.of.reviews.iter().find(|r| r.1 == Checkpoint::Second);
            second.map(|r| r.0)
        })
    },
    cases: &[
        Case { title: "On the last day", told: begun, on: "2026-04-08", owed: "due 2026-04-08 due soon" },
        Case { title: "The day after", told: begun, on: "2026-04-09", owed: "due 2026-04-08 overdue" },
        Case {
            title: "The first look does not answer for the second",
            told: |s| {
                begun(s);
                s.on("2026-03-12", looked_at(Checkpoint::First));
            },
            on: "2026-04-09",
            owed: "due 2026-04-08 overdue",
        },
        Case {
            title: "No source says who looked",
            told: |s| {
                begun(s);
                s.uncovered(Matter::AssessmentReviews);
            },
            on: "2026-04-09",
            owed: "due 2026-04-08 not known",
        },
    ],
    ..CHECKPOINT
};
const DRAFT: Clock = Clock {
    code: "A04",
    name: "assessment_draft",
    title: "The draft assessment goes to the manager",
    stops: "The draft is sent to the manager",
    limit: Limit(35, Unit::WorkingDays),
    owed: |a| each(a, |s| s.of.draft),
    cases: &[
        Case { title: "On the last day", told: begun, on: "2026-04-22", owed: "due 2026-04-22 due soon" },
        Case { title: "The day after", told: begun, on: "2026-04-23", owed: "due 2026-04-22 overdue" },
        Case {
            title: "Sent a day late",
            told: |s| {
                begun(s);
                s.on("2026-04-23", Fact::DraftSentToManager).on("2026-04-24", authorised("CIN"));
            },
            on: "2026-05-23",
            owed: "due 2026-04-22 met late 2026-04-23",
        },
        Case {
            title: "No source says when it was sent",
            told: |s| {
                begun(s);
                s.uncovered(Matter::AssessmentReviews);
            },
            on: "2026-04-23",
            owed: "due 2026-04-22 not known",
        },
    ],
    ..CHECKPOINT
};

const SEEN: Clock = Clock {
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
        let mut all: Vec<Owed> = a.h.assessments().iter().map(owed).collect();
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

const CARER: Clock = Clock {
    code: "A06",
    name: "carer_assessment",
    title: "Assessment of a young carer or parent carer",
    starts: "Somebody asks for it, or the need is plain",
    stops: "It is complete",
    limit: Limit(45, Unit::WorkingDays),
    kind: Kind::LocalNorm,
    source: "Children Act 1989 ss17ZA to 17ZF, which set no time",
    mark: "K-M",
    notes: "The council sets the number; as long as any other assessment is common.",
    stopped_by: Matter::Assessments,
    from: None,
    until: None,
    owed: |a| carer_assessments(a.h).iter().map(|c| a.by(c.asked, a.limit(c.asked.on), c.completed, None)).collect(),
    cases: &[
        Case {
            title: "On the last day",
            told: |s| asked(s, Carer::Young),
            on: "2026-05-07",
            owed: "due 2026-05-07 due soon",
        },
        Case {
            title: "The day after",
            told: |s| asked(s, Carer::Young),
            on: "2026-05-08",
            owed: "due 2026-05-07 overdue",
        },
        Case {
            title: "The parent's assessment does not answer for the child's",
            told: |s| {
                asked(s, Carer::Young);
                s.on("2026-04-01", Fact::CarerAssessmentCompleted { whose: Carer::Parent });
            },
            on: "2026-05-08",
            owed: "due 2026-05-07 overdue",
        },
        Case {
            title: "No source says what was completed",
            told: |s| {
                asked(s, Carer::Parent);
                s.uncovered(Matter::Assessments);
            },
            on: "2026-05-08",
            owed: "due 2026-05-07 not known",
        },
    ],
};

/// A pregnancy is counted as this many weeks to the day the child is expected.
const PREGNANCY: i64 = 40;
const BEFORE_BIRTH: Clock = Clock {
    code: "A07",
    name: "assessment_before_birth",
    title: "Assessment before birth begins",
    starts: "An unborn child is referred",
    stops: "The assessment begins",
    limit: Limit(20, Unit::Weeks),
    kind: Kind::LocalNorm,
    source: "Local protocols for work before birth",
    mark: "K-L",
    notes: "The number is the week of the pregnancy, counted back from the day the child is expected, 40 weeks being \
            the whole. Referred later than that week, the child is owed it on the day of the referral. Being finished \
            by about the 30th week is common.",
    stopped_by: Matter::Assessments,
    from: None,
    until: None,
    owed: |a| {
        let unborn = |r: &&Span<front_door::Referral>| match a.h.born() {
            Some(born) => born > r.began.on,
            None => r.of.unborn || a.h.person().identity.expected.is_some(),
        };
        a.h.front_door().referrals.iter().filter(unborn).map(|r| before_birth(a, r)).collect()
    },
    cases: &[
        Case {
            title: "On the last day",
            told: |s| unborn(s, Some("2026-09-14")),
            on: "2026-04-27",
            owed: "due 2026-04-27 due soon",
        },
        Case {
            title: "The day after",
            told: |s| unborn(s, Some("2026-09-14")),
            on: "2026-04-28",
            owed: "due 2026-04-27 overdue",
        },
        Case {
            title: "Begun in the 18th week",
            told: |s| {
                unborn(s, Some("2026-09-14"));
                s.on("2026-04-13", Fact::AssessmentBegan);
            },
            on: "2026-04-28",
            owed: "due 2026-04-27 met 2026-04-13",
        },
        Case {
            title: "Referred after the 20th week: owed at once",
            told: |s| unborn(s, Some("2026-06-01")),
            on: "2026-03-03",
            owed: "due 2026-03-02 overdue",
        },
        Case {
            title: "The child was born first",
            told: |s| {
                unborn(s, Some("2026-09-14"));
                s.born("2026-04-20");
            },
            on: "2026-04-28",
            owed: "due 2026-04-27 superseded 2026-04-20",
        },
        Case {
            title: "Nobody knows when the child is expected",
            told: |s| unborn(s, None),
            on: "2026-04-28",
            owed: "not known",
        },
        Case {
            title: "A child already born is not owed it",
            told: |s| {
                s.born("2020-05-03").on("2026-03-02", referral(false));
            },
            on: "2026-04-28",
            owed: "",
        },
    ],
};

fn each(a: &Asked, stop: impl Fn(&Span<Assessment>) -> Option<Event>) -> Vec<Owed> {
    let owed = |s: &Span<Assessment>| a.by(s.began, a.limit(s.began.on), stop(s), s.ended());
    a.h.assessments().iter().map(|s| a.while_known(s, Matter::Assessments, owed(s))).collect()
}
fn seen_in_enquiry(a: &Asked, enquiry: &Span<protection::Enquiry>, seen: &[Event]) -> Owed {
    let (start, ended) = (enquiry.began, enquiry.ended());
    let stop = seen.iter().find(|s| not_before(s, &start)).copied();
    let owed = match enquiry.of.see_child_by {
        Some(day) => a.on_day(start, day, "the day that the strategy discussion set".into(), stop, ended),
        None => a.by(start, Limit(24, Unit::Hours), stop, ended),
    };
    Owed { row: "A05-s47", ..owed }
}
fn before_birth(a: &Asked, referral: &Span<front_door::Referral>) -> Owed {
    let start = referral.began;
    let Some(expected) = a.h.person().identity.expected else {
        let missing = "The day on which the child is expected is not recorded";
        return a.not_known(start, missing, "the midwife, or whoever referred the child");
    };
    let week = a.limit(start.on).0;
    let due = plus_weeks(expected, week - PREGNANCY).max(start.on);
    let arithmetic = format!("week {week} of a pregnancy of {PREGNANCY} weeks that ends on {}", words(expected));
    let begun = a.h.assessments().iter().map(|s| s.began).find(|e| e.on >= start.on);
    let born = a.h.born().map(|on| Ended { on, why: "The child was born" });
    let ended = [referral.ended(), born].into_iter().flatten().min_by_key(|e| e.on);
    a.on_day(start, due, arithmetic, begun, ended)
}

// How the cases above tell their stories.
fn referral(unborn: bool) -> front_door::Fact {
    front_door::Fact::ReferralReceived { contact: None, source: "2A".into(), unborn }
}
fn decided(outcome: &str) -> front_door::Fact {
    front_door::Fact::ReferralDecided { outcome: outcome.into(), why: String::new() }
}
fn referred_and_begun(s: &mut Story, referred: &str, began: &str) {
    s.on(referred, referral(false)).on(referred, decided("ASS")).on(began, Fact::AssessmentBegan);
}
fn begun(s: &mut Story) {
    s.on("2026-03-02", Fact::AssessmentBegan);
}
fn authorised(outcome: &str) -> Fact {
    Fact::AssessmentAuthorised { factors: vec!["4B".into()], outcome: outcome.into() }
}
fn looked_at(checkpoint: Checkpoint) -> Fact {
    Fact::AssessmentReviewedByManager { checkpoint, words: String::new() }
}
fn discussion(see_child_by: Option<crate::Date>) -> protection::Fact {
    let agencies = vec![protection::Agency::Police, protection::Agency::Health];
    protection::Fact::StrategyDiscussionHeld { enquiry_begins: true, agencies, see_child_by }
}
fn visited(s: &mut Story, when: &str, seen: bool) {
    s.on(when, F::People(people::Fact::Visited(people::Visit { seen, ..people::Visit::default() })));
}
fn asked(s: &mut Story, whose: Carer) {
    s.on("2026-03-02", Fact::CarerAssessmentAsked { whose });
}
fn unborn(s: &mut Story, expected: Option<&str>) {
    let identity =
        people::Identity { expected: expected.map(|e| crate::case::read(e).0), ..people::Identity::default() };
    s.on("2026-03-02", people::Fact::Registered(identity)).on("2026-03-02", referral(true));
}
