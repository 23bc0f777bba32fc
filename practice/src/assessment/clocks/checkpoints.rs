//! The council's own checkpoints on the way to 45 working days.
use super::{authorised, begun};
use crate::{
    assessment::{Assessment, Checkpoint, Fact},
    case::Case,
    clock::{Asked, Clock, Kind, Limit, Matter, Owed, Unit},
    fact::Event,
    span::Span,
};

pub(super) const FIRST_LOOK: Clock = Clock {
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
fn each(a: &Asked, stop: impl Fn(&Span<Assessment>) -> Option<Event>) -> Vec<Owed> {
    let owed = |s: &Span<Assessment>| a.by(s.began, a.limit(s.began.on), stop(s), s.ended());
    a.h.assessments().iter().filter_map(|s| a.while_known(s, Matter::Assessments, owed(s))).collect()
}

pub(super) const SECOND_LOOK: Clock = Clock {
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

pub(super) const DRAFT: Clock = Clock {
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

fn looked_at(checkpoint: Checkpoint) -> Fact {
    Fact::AssessmentReviewedByManager { checkpoint, words: String::new() }
}
