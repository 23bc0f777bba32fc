//! In need, and on a child protection plan: on any day, and why.
use super::Plan;
use crate::{
    care,
    clock::Matter,
    codes,
    day::{Date, birthday, plus_days, words},
    fact::Event,
    front_door::Referral,
    history::History,
    norms::Norms,
    span::Span,
    status::{Answer, Reason, Status},
};

const ON_PLAN: &str = "A conference decided that the child is likely to suffer significant harm and needs a plan \
                       (Working Together to Safeguard Children)";
const PLAN_ENDED: &str = "A plan ends when a review conference decides so, when the child moves for good or turns 18";
const PROTECTED: &str = "A child on a child protection plan is in need (Children Act 1989 s17(10))";
const HELPED: &str = "A child whose health or development would suffer without help is in need (Children Act 1989 \
                      s17(10)): an assessment found so and a plan was agreed";
const REFERRED: &str = "An episode of need runs from the referral that is taken further until the case is closed \
                        (CIN census)";
const CARED_FOR: &str = "A looked after child is in need (Children Act 1989 s17 and s20; CIN census)";
const NOT_CHILD: &str = "Only a child is in need or on a child protection plan (Children Act 1989 s105(1))";
const NOTHING: &str = "Nothing that is recorded says so";
const NOT_SINCE: &str = "A return says what was open on its last day, and nobody has said anything since";
const NOT_COVERED: &str = "What no source tells us of is not known";

pub fn on_protection_plan(h: &History, norms: &Norms, on: Date) -> Status {
    if let Some(no) = not_a_child(h, on) {
        return no;
    }
    let plans = &h.protection().plans;
    let open = plans.iter().rev().find_map(|p| opened(p, Matter::ProtectionPlans, norms, on).map(|open| (p, open)));
    match open {
        Some((p, Open::Known)) => yes(p.began.on, vec![reason(p.began, ON_PLAN, plan_words(p))]),
        Some((p, Open::NotSince(last))) => not_since(last, vec![reason(p.began, NOT_SINCE, plan_words(p))]),
        None if !norms.covers(Matter::ProtectionPlans, on, on) => not_covered(Matter::ProtectionPlans),
        None => match plans.iter().rev().find_map(|p| p.end.filter(|e| e.event.on <= on)) {
            Some(end) => no(reason(end.event, PLAN_ENDED, format!("{} on {}", end.why, words(end.event.on)))),
            None => Status::no(NOTHING, "No child protection plan is recorded"),
        },
    }
}

/// The reasons stand with the strongest first; since the first day on which any of them held.
pub fn in_need(h: &History, norms: &Norms, on: Date) -> Status {
    if let Some(no) = not_a_child(h, on) {
        return no;
    }
    let found = reasons(h, norms, on);
    let known: Vec<_> = found.iter().filter(|f| f.1 == Open::Known).collect();
    if let Some(since) = known.iter().map(|f| f.0).min() {
        return yes(since, known.into_iter().map(|f| f.2.clone()).collect());
    }
    let silent = found.iter().filter_map(|f| if let Open::NotSince(last) = f.1 { Some(last) } else { None }).max();
    if let Some(last) = silent {
        return not_since(last, found.into_iter().map(|f| f.2).collect());
    }
    if !norms.covers(Matter::Referrals, on, on) {
        return not_covered(Matter::Referrals);
    }
    let referrals = &h.front_door().referrals;
    if let Some(r) = referrals.iter().find(|r| r.began.on <= on && r.end.is_none_or(|e| e.event.on > on)) {
        let words = format!("Referred on {}; whether it is taken further is not decided", words(r.began.on));
        return no(reason(r.began, REFERRED, words));
    }
    match referrals.iter().rev().find_map(|r| r.end.filter(|e| e.event.on <= on)) {
        Some(end) => no(reason(end.event, REFERRED, format!("{} on {}", end.why, words(end.event.on)))),
        None => Status::no(NOTHING, "No referral and no plan is recorded"),
    }
}
/// Everything that would make the child one in need on the day: since when, how surely, and why.
fn reasons(h: &History, norms: &Norms, on: Date) -> Vec<(Date, Open, Reason)> {
    let view = h.protection();
    let mut found = vec![];
    for p in &view.plans {
        let open = opened(p, Matter::ProtectionPlans, norms, on);
        found.extend(open.map(|open| (p.began.on, open, reason(p.began, PROTECTED, plan_words(p)))));
    }
    for p in &view.in_need {
        let words = format!("On a child in need plan since {}", words(p.began.on));
        let open = opened(p, Matter::InNeedPlans, norms, on);
        found.extend(open.map(|open| (p.began.on, open, reason(p.began, HELPED, words))));
    }
    for r in h.front_door().referrals.iter().filter(|r| taken_further(h, r, on)) {
        let words = format!("Referred on {} and not closed", words(r.began.on));
        let open = opened(r, Matter::Referrals, norms, on);
        found.extend(open.map(|open| (r.began.on, open, reason(r.began, REFERRED, words))));
    }
    let looked_after = care::looked_after(h, norms, on).status;
    if let (Answer::Yes, Some(since)) = (looked_after.answer, looked_after.since) {
        let fact = looked_after.reasons.first().and_then(|r| r.fact);
        let words = format!("Looked after since {}", words(since));
        found.push((since, Open::Known, Reason { fact, rule: CARED_FOR, words }));
    }
    found
}
/// Decided by that day and not for no further action, or an assessment has begun; a return says
/// only which were taken no further.
fn taken_further(h: &History, r: &Span<Referral>, on: Date) -> bool {
    let decided = r.of.decided.is_some_and(|d| d.on <= on);
    let begun = h.assessments().iter().any(|s| r.holds(s.began.on) && s.began.on <= on);
    begun || (r.reported || decided) && !r.of.taken_no_further()
}

#[derive(Clone, Copy, PartialEq)]
enum Open {
    Known,
    /// Open on the last day of a return, and nobody would have told us since.
    NotSince(Date),
}
fn opened<T>(s: &Span<T>, matter: Matter, norms: &Norms, on: Date) -> Option<Open> {
    match s.open_on(on, matter, norms) {
        Some(open) => open.then_some(Open::Known),
        None => s.known_until.map(Open::NotSince),
    }
}
fn not_a_child(h: &History, on: Date) -> Option<Status> {
    let died = h.person().died.filter(|d| *d <= on).map(|d| format!("Died on {}", words(d)));
    let adult = h.born().map(|b| birthday(b, 18)).filter(|d| *d <= on).map(|d| format!("Turned 18 on {}", words(d)));
    died.or(adult).map(|words| Status::no(NOT_CHILD, words))
}
fn plan_words(p: &Span<Plan>) -> String {
    let category = p.of.latest_category.as_deref().and_then(|c| codes::label("cin.category_of_abuse", c));
    let category = category.map(|c| format!(" for {}", c.to_lowercase())).unwrap_or_default();
    format!("On a child protection plan{category} since {}", words(p.began.on))
}
fn reason(event: Event, rule: &'static str, words: String) -> Reason {
    Reason { fact: Some(event.fact), rule, words }
}
fn yes(since: Date, reasons: Vec<Reason>) -> Status {
    Status { answer: Answer::Yes, since: Some(since), reasons }
}
fn no(reason: Reason) -> Status {
    Status { answer: Answer::No, since: None, reasons: vec![reason] }
}
fn not_since(last: Date, reasons: Vec<Reason>) -> Status {
    Status { answer: Answer::NotKnown, since: Some(plus_days(last, 1)), reasons }
}
fn not_covered(matter: Matter) -> Status {
    let words = format!("No source that we hold says {} on that day", matter.words());
    let reasons = vec![Reason { fact: None, rule: NOT_COVERED, words }];
    Status { answer: Answer::NotKnown, since: None, reasons }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        assessment,
        case::Story,
        day::{date, start_of},
        front_door,
        protection::{Conference, ConferenceOutcome, Fact, reported},
        reported::Origin,
    };

    fn held(kind: Conference, outcome: ConferenceOutcome) -> Fact {
        Fact::ConferenceHeld { kind, outcome, category: Some("EMO".into()) }
    }
    fn referral() -> front_door::Fact {
        front_door::Fact::ReferralReceived { contact: None, source: "6".into(), unborn: false }
    }
    fn decided(outcome: &str) -> front_door::Fact {
        front_door::Fact::ReferralDecided { outcome: outcome.into(), why: String::new() }
    }
    fn closed() -> front_door::Fact {
        front_door::Fact::CaseClosed { reason: "RC7".into() }
    }
    /// `Yes since 2026-03-02: …`, asked from the end of 2027.
    fn told(asks: fn(&History, &Norms, Date) -> Status, s: &Story, on: (i16, i8, i8)) -> String {
        said(asks(&s.history(date(2027, 12, 31)), &s.norms, date(on.0, on.1, on.2)))
    }
    fn said(status: Status) -> String {
        let since = status.since.map(|d| format!(" since {d}")).unwrap_or_default();
        let words: Vec<_> = status.reasons.into_iter().map(|r| r.words).collect();
        format!("{:?}{since}: {}", status.answer, words.join("; "))
    }
    fn plan_of_2026() -> Story {
        let mut s = Story::default();
        s.born("2015-05-03")
            .on("2026-03-02", held(Conference::Initial, ConferenceOutcome::Plan))
            .on("2026-09-01", held(Conference::Review, ConferenceOutcome::NoPlan));
        s
    }
    #[test]
    fn on_a_plan_from_the_conference_to_the_review_that_ends_it() {
        let s = plan_of_2026();
        let on = |day| told(on_protection_plan, &s, day);
        assert_eq!(on((2026, 3, 1)), "No: No child protection plan is recorded");
        assert_eq!(
            on((2026, 3, 2)),
            "Yes since 2026-03-02: On a child protection plan for emotional abuse since 2 March 2026"
        );
        assert!(on((2026, 8, 31)).starts_with("Yes"));
        assert_eq!(on((2026, 9, 1)), "No: A review conference ended the plan on 1 September 2026");
    }
    #[test]
    fn nobody_is_on_a_plan_or_in_need_from_their_eighteenth_birthday() {
        let mut s = Story::default();
        s.born("2008-05-03").on("2026-03-02", held(Conference::Initial, ConferenceOutcome::Plan));
        assert!(told(on_protection_plan, &s, (2026, 5, 2)).starts_with("Yes"));
        assert_eq!(told(on_protection_plan, &s, (2026, 5, 3)), "No: Turned 18 on 3 May 2026");
        assert_eq!(told(in_need, &s, (2026, 5, 3)), "No: Turned 18 on 3 May 2026");
    }
    #[test]
    fn what_a_return_leaves_open_is_not_known_after_its_last_day() {
        let mut s = Story::default();
        s.on(
            "2025-06-02",
            Fact::ProtectionPlanReported(Box::new(reported::ProtectionPlan {
                origin: Origin { return_year: 2026, ..Origin::default() },
                cpp_start_date: "2025-06-02".into(),
                ..reported::ProtectionPlan::default()
            })),
        )
        .uncovered(Matter::ProtectionPlans);
        let on = |day| told(on_protection_plan, &s, day);
        assert!(on((2026, 3, 31)).starts_with("Yes since 2025-06-02"));
        assert!(on((2026, 4, 1)).starts_with("NotKnown since 2026-04-01"));
        assert!(on((2025, 6, 1)).starts_with("NotKnown: No source"), "before it nobody told us either");
        assert!(told(in_need, &s, (2026, 4, 1)).starts_with("NotKnown since 2026-04-01"));
    }
    #[test]
    fn in_need_from_a_referral_that_is_taken_further_until_the_case_is_closed() {
        let mut s = Story::default();
        s.on("2026-03-02", referral()).on("2026-03-03", decided("ASS")).on("2026-05-01", closed());
        let on = |day| told(in_need, &s, day);
        assert_eq!(on((2026, 3, 1)), "No: No referral and no plan is recorded");
        assert_eq!(on((2026, 3, 2)), "No: Referred on 2 March 2026; whether it is taken further is not decided");
        assert_eq!(on((2026, 3, 3)), "Yes since 2026-03-02: Referred on 2 March 2026 and not closed");
        assert_eq!(on((2026, 5, 1)), "No: The case was closed on 1 May 2026");
    }
    #[test]
    fn a_referral_taken_no_further_makes_nobody_one_in_need() {
        let mut s = Story::default();
        s.on("2026-03-02", referral()).on("2026-03-03", decided("EH"));
        assert_eq!(told(in_need, &s, (2026, 3, 4)), "No: The referral was taken no further on 3 March 2026");
    }
    #[test]
    fn a_returns_referral_without_further_action_makes_nobody_one_in_need() {
        let row = |nfa: &str| {
            let mut s = Story::default();
            s.on(
                "2025-06-02",
                front_door::Fact::ReferralReported(Box::new(front_door::reported::Referral {
                    origin: Origin { return_year: 2026, ..Origin::default() },
                    cin_referral_date: "2025-06-02".into(),
                    cin_closure_date: "2025-09-01".into(),
                    referral_nfa: nfa.into(),
                    ..Default::default()
                })),
            );
            told(in_need, &s, (2025, 7, 1))
        };
        assert_eq!(row("0"), "Yes since 2025-06-02: Referred on 2 June 2025 and not closed");
        assert!(row("1").starts_with("No"), "{}", row("1"));
    }
    #[test]
    fn every_reason_is_named_and_the_earliest_counts() {
        let mut s = Story::default();
        s.on("2026-02-02", referral())
            .on("2026-02-04", assessment::Fact::AssessmentBegan)
            .on("2026-03-02", held(Conference::Initial, ConferenceOutcome::Plan));
        assert_eq!(
            told(in_need, &s, (2026, 4, 1)),
            "Yes since 2026-02-02: On a child protection plan for emotional abuse since 2 March 2026; \
             Referred on 2 February 2026 and not closed"
        );
    }
    #[test]
    fn a_child_in_need_plan_makes_a_child_one_in_need() {
        let mut s = Story::default();
        s.on("2026-03-02", Fact::InNeedPlanAgreed)
            .on("2026-06-01", Fact::InNeedPlanEnded { why: "No longer needed".into() });
        assert!(told(in_need, &s, (2026, 5, 31)).starts_with("Yes since 2026-03-02: On a child in need plan"));
        assert!(told(in_need, &s, (2026, 6, 1)).starts_with("No"));
    }
    #[test]
    fn as_it_was_known_then_the_plan_had_not_yet_ended() {
        let mut s = plan_of_2026();
        // The review of 1 September was written down on the 15th.
        s.facts[2].recorded = start_of(date(2026, 9, 15));
        let asked = |known: Date| {
            let h = History::known_by(&s.facts, start_of(known), date(2026, 9, 20));
            on_protection_plan(&h, &s.norms, date(2026, 9, 10)).answer
        };
        assert_eq!((asked(date(2026, 9, 14)), asked(date(2026, 9, 16))), (Answer::Yes, Answer::No));
    }
}
