//! Unborn children.
use super::referral;
use crate::{
    asked::Ended,
    assessment::Fact,
    case::{Case, Story},
    clock::{Asked, Clock, Kind, Limit, Matter, Owed, Unit},
    day::{plus_weeks, words},
    front_door, people,
    span::Span,
};

pub(super) const BEFORE_BIRTH: Clock = Clock {
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
/// A pregnancy is counted as this many weeks to the day the child is expected.
const PREGNANCY: i64 = 40;

fn unborn(s: &mut Story, expected: Option<&str>) {
    let identity =
        people::Identity { expected: expected.map(|e| crate::case::read(e).0), ..people::Identity::default() };
    s.on("2026-03-02", people::Fact::Registered(identity)).on("2026-03-02", referral(true));
}
