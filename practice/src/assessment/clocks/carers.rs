//! Young carers and parent carers.
use crate::{
    assessment::{Carer, Fact, carer_assessments},
    case::{Case, Story},
    clock::{Clock, Kind, Limit, Matter, Unit},
};

pub(super) const CARER: Clock = Clock {
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

fn asked(s: &mut Story, whose: Carer) {
    s.on("2026-03-02", Fact::CarerAssessmentAsked { whose });
}
