//! Enquiries, conferences and plans as they actually were: recorded facts and what returns say, folded once.
use super::{Conference, ConferenceOutcome, Fact, meetings, reported};
use crate::{
    Date,
    fact::{Event, Fact as F, Kept},
    front_door,
    history::History,
    reported::Origin,
    span::{self, End, Mark, Span},
};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    pub enquiries: Vec<Span<Enquiry>>,
    pub meetings: Vec<Meeting>,
    pub plans: Vec<Span<Plan>>,
    pub in_need: Vec<Span<InNeedPlan>>,
}
/// A section 47 enquiry: it begins with the strategy discussion that decided on it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Enquiry {
    pub see_child_by: Option<Date>,
    pub concluded: Option<Event>,
    /// `local.s47_outcome`; a return says only whether a conference was needed.
    pub outcome: Option<String>,
    /// The initial conference that it led to.
    pub conference: Option<Event>,
    /// A return says that no conference was needed.
    pub no_conference_needed: bool,
}
/// A child protection conference that was called, or held, or both.
#[derive(Clone, Debug, PartialEq)]
pub struct Meeting {
    pub kind: Conference,
    /// When it was first called, and for which day at last.
    pub called: Option<(Event, Date)>,
    pub held: Option<Event>,
    /// A return does not say it.
    pub outcome: Option<ConferenceOutcome>,
    pub reported: bool,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// `cin.category_of_abuse` when it began and at last.
    pub category: Option<String>,
    pub latest_category: Option<String>,
    pub reviews: Vec<Event>,
    /// How many plans the child was on before this one, ever.
    pub earlier: i64,
}
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct InNeedPlan;
impl Enquiry {
    /// It ended otherwise than in a conference.
    pub fn needs_no_conference(&self) -> bool {
        self.no_conference_needed || self.outcome.as_deref().is_some_and(|o| o != "ICPC")
    }
}

pub fn view(h: &History) -> View {
    let (told_enquiries, told_plans) = (reported_enquiries(h), reported_plans(h));
    let meetings = meetings::all(h, &told_enquiries, &told_plans);
    let enquiries = enquiries(h, &meetings, told_enquiries);
    let plans = plans(h, &meetings, told_plans);
    View { in_need: in_need(h, &plans), enquiries, meetings, plans }
}
pub(super) fn facts(h: &History) -> impl Iterator<Item = (&Kept, &Fact)> {
    h.find(|f| if let F::Protection(f) = f { Some(f) } else { None })
}
const CLOSED: &str = "The case was closed";
fn closed(f: &F) -> bool {
    matches!(f, F::FrontDoor(front_door::Fact::CaseClosed { .. }))
}

fn enquiries(h: &History, meetings: &[Meeting], told: Vec<Span<Enquiry>>) -> Vec<Span<Enquiry>> {
    let marks = h.all().filter_map(|k| {
        let event = Event::from(k);
        match &k.fact {
            F::Protection(Fact::StrategyDiscussionHeld { enquiry_begins: true, see_child_by, .. }) => {
                Some(Mark::Begins(event, Enquiry { see_child_by: *see_child_by, ..Enquiry::default() }))
            }
            F::Protection(Fact::EnquiryConcluded { .. }) => {
                Some(Mark::Ends(End { event, why: "The enquiry was concluded" }))
            }
            f if closed(f) => Some(Mark::Ends(End { event, why: CLOSED })),
            _ => None,
        }
    });
    let mut all = span::fold(marks.collect(), told);
    for (k, fact) in facts(h) {
        let Fact::EnquiryConcluded { outcome } = fact else { continue };
        if let Some(s) = all.iter_mut().find(|s| s.end.is_some_and(|e| e.event.fact == k.id)) {
            (s.of.concluded, s.of.outcome) = (Some(Event::from(k)), Some(outcome.clone()));
        }
    }
    for n in 0..all.len() {
        let (from, next) = (all[n].began.on, all.get(n + 1).map(|s| s.began.on));
        let held = meetings.iter().filter(|m| m.kind == Conference::Initial).filter_map(|m| m.held);
        let first = held.filter(|e| e.on >= from && next.is_none_or(|n| e.on < n)).min_by_key(|e| e.on);
        all[n].of.conference = all[n].of.conference.or(first);
    }
    all
}
fn plans(h: &History, meetings: &[Meeting], told: Vec<Span<Plan>>) -> Vec<Span<Plan>> {
    let begins = |event, category: Option<&String>| {
        let category = category.cloned();
        Mark::Begins(event, Plan { latest_category: category.clone(), category, ..Plan::default() })
    };
    let marks = facts(h).filter_map(|(k, fact)| {
        let event = Event::from(k);
        use ConferenceOutcome::{NoPlan, Plan};
        match fact {
            Fact::ConferenceHeld { kind: Conference::Review, outcome: NoPlan, .. } => {
                Some(Mark::Ends(End { event, why: "A review conference ended the plan" }))
            }
            Fact::ConferenceHeld { kind: Conference::Review, .. } => None,
            Fact::ConferenceHeld { outcome: Plan, category, .. } => Some(begins(event, category.as_ref())),
            Fact::ProtectionPlanBegan { category } => Some(begins(event, Some(category))),
            Fact::ProtectionPlanEnded { .. } => Some(Mark::Ends(End { event, why: "The child protection plan ended" })),
            _ => None,
        }
    });
    let mut all = span::fold(marks.collect(), told);
    let mut learned = 0;
    for (k, fact) in facts(h) {
        match fact {
            Fact::EarlierPlansLearned { number } => learned = learned.max(i64::from(*number)),
            Fact::ConferenceHeld { category: Some(category), .. } => all
                .iter_mut()
                .filter(|s| s.holds(k.happened))
                .for_each(|s| s.of.latest_category = Some(category.clone())),
            _ => {}
        }
    }
    for (n, s) in (0..).zip(&mut all) {
        s.end_with_childhood(h);
        s.of.earlier = s.of.earlier.max(n + learned);
        let reviews = meetings.iter().filter(|m| m.kind == Conference::Review).filter_map(|m| m.held);
        // A review is never on the day the plan began, nor after it ended.
        s.of.reviews = reviews.filter(|e| e.on > s.began.on && s.holds(e.on)).collect();
    }
    all
}
fn in_need(h: &History, plans: &[Span<Plan>]) -> Vec<Span<InNeedPlan>> {
    let marks = h.all().filter_map(|k| {
        let event = Event::from(k);
        match &k.fact {
            F::Protection(Fact::InNeedPlanAgreed) => Some(Mark::Begins(event, InNeedPlan)),
            F::Protection(Fact::InNeedPlanEnded { .. }) => {
                Some(Mark::Ends(End { event, why: "The child in need plan ended" }))
            }
            f if closed(f) => Some(Mark::Ends(End { event, why: CLOSED })),
            _ => None,
        }
    });
    let mut all = span::fold(marks.collect(), reported_in_need(h));
    for s in &mut all {
        // A child is on one plan: the census takes no child in need plan beside a child protection plan.
        if let Some(plan) = plans.iter().find(|p| p.began.on >= s.began.on) {
            s.end_by(End { event: plan.began, why: "A child protection plan took its place" });
        }
        s.end_with_childhood(h);
    }
    all
}

/// A return's rows of one table, those of the latest year for each first day.
fn rows<'a, R: 'a, T>(
    h: &'a History,
    pick: impl Fn(&'a Fact) -> Option<&'a R>,
    began: impl Fn(&R) -> Option<Date>,
    origin: impl Fn(&R) -> &Origin,
    span: impl Fn(Event, &R) -> Span<T>,
) -> Vec<Span<T>> {
    let told = facts(h).filter_map(move |(k, f)| pick(f).map(|r| (k, r)));
    span::latest(told.map(|(k, r)| {
        let first = began(r).unwrap_or(k.happened);
        (first, origin(r).return_year, span(Event::from(k).on(first), r))
    }))
}
fn reported_enquiries(h: &History) -> Vec<Span<Enquiry>> {
    let span = |began: Event, r: &reported::Enquiry| {
        let of = Enquiry {
            conference: r.date_of_initial_cpc.value.map(|day| began.on(day)),
            no_conference_needed: r.icpc_not_required.value == Some(true),
            ..Enquiry::default()
        };
        let end = of.conference.map(|event| End { event, why: "It led to a conference" });
        Span::reported(began, end, r.origin.last_day(), of)
    };
    rows(
        h,
        |f| if let Fact::EnquiryReported(r) = f { Some(&**r) } else { None },
        |r| r.s47_actual_start_date.value,
        |r| &r.origin,
        span,
    )
}
fn reported_plans(h: &History) -> Vec<Span<Plan>> {
    let span = |began: Event, r: &reported::ProtectionPlan| {
        let of = Plan {
            category: r.initial_category_of_abuse.value.clone(),
            latest_category: r.latest_category_of_abuse.value.clone(),
            reviews: r.cpp_review_dates.iter().filter_map(|d| d.value).map(|day| began.on(day)).collect(),
            earlier: r.number_of_previous_cpp.value.unwrap_or(0),
        };
        let end = r.cpp_end_date.value.map(|day| End { event: began.on(day), why: "The child protection plan ended" });
        Span::reported(began, end, r.origin.last_day(), of)
    };
    rows(
        h,
        |f| if let Fact::ProtectionPlanReported(r) = f { Some(&**r) } else { None },
        |r| r.cpp_start_date.value,
        |r| &r.origin,
        span,
    )
}
fn reported_in_need(h: &History) -> Vec<Span<InNeedPlan>> {
    let span = |began: Event, r: &reported::InNeedPlan| {
        let end =
            r.cin_plan_end_date.value.map(|day| End { event: began.on(day), why: "The child in need plan ended" });
        Span::reported(began, end, r.origin.last_day(), InNeedPlan)
    };
    rows(
        h,
        |f| if let Fact::InNeedPlanReported(r) = f { Some(&**r) } else { None },
        |r| r.cin_plan_start_date.value,
        |r| &r.origin,
        span,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{case::Story, day::date};

    fn told(year: i16, end: &str, reviews: &[&str]) -> Fact {
        Fact::ProtectionPlanReported(Box::new(reported::ProtectionPlan {
            origin: Origin { return_year: year, ..Origin::default() },
            cpp_start_date: "2025-06-02".into(),
            cpp_end_date: end.into(),
            cpp_review_dates: reviews.iter().map(|d| (*d).into()).collect(),
            number_of_previous_cpp: "2".into(),
            ..reported::ProtectionPlan::default()
        }))
    }
    fn held(kind: Conference, outcome: ConferenceOutcome) -> Fact {
        Fact::ConferenceHeld { kind, outcome, category: Some("NEG".into()) }
    }
    fn plans(s: &Story) -> Vec<(Date, Option<Date>, usize, i64)> {
        let h = s.history(date(2027, 1, 1));
        let of = |s: &Span<Plan>| (s.began.on, s.ended().map(|e| e.on), s.of.reviews.len(), s.of.earlier);
        h.protection().plans.iter().map(of).collect()
    }
    #[test]
    fn a_conference_makes_a_plan_and_a_review_ends_it() {
        let mut s = Story::default();
        s.on("2026-03-02", held(Conference::Initial, ConferenceOutcome::Plan))
            .on("2026-03-02", Fact::ProtectionPlanBegan { category: "NEG".into() }) // said twice, it is one plan
            .on("2026-05-29", held(Conference::Review, ConferenceOutcome::Plan))
            .on("2026-11-20", held(Conference::Review, ConferenceOutcome::NoPlan))
            .on("2026-12-01", held(Conference::Initial, ConferenceOutcome::NoPlan));
        assert_eq!(plans(&s), [(date(2026, 3, 2), Some(date(2026, 11, 20)), 2, 0)]);
    }
    #[test]
    fn a_plan_that_two_returns_tell_of_is_one_and_keeps_the_later_word() {
        let mut s = Story::default();
        s.on("2025-06-02", told(2026, "", &["2025-08-29"]))
            .on("2025-06-02", told(2027, "2026-06-01", &["2025-08-29", "2026-02-20", "2026-06-01"]));
        assert_eq!(plans(&s), [(date(2025, 6, 2), Some(date(2026, 6, 1)), 3, 2)]);
    }
    #[test]
    fn recorded_work_goes_on_where_a_return_left_off() {
        let mut s = Story::default();
        s.on("2025-06-02", told(2026, "", &["2025-08-29"]))
            .on("2026-08-20", held(Conference::Review, ConferenceOutcome::NoPlan));
        assert_eq!(plans(&s), [(date(2025, 6, 2), Some(date(2026, 8, 20)), 2, 2)]);
    }
    #[test]
    fn a_review_on_the_day_the_plan_began_is_none() {
        let mut s = Story::default();
        s.on("2025-06-02", told(2026, "", &["2025-06-02", "2025-08-29"]));
        assert_eq!(plans(&s), [(date(2025, 6, 2), None, 1, 2)]);
    }
    #[test]
    fn at_eighteen_every_plan_ends() {
        let mut s = Story::default();
        s.born("2008-05-03").on("2026-03-02", held(Conference::Initial, ConferenceOutcome::Plan));
        assert_eq!(plans(&s), [(date(2026, 3, 2), Some(date(2026, 5, 3)), 0, 0)]);
    }
    #[test]
    fn a_child_protection_plan_takes_the_place_of_a_child_in_need_plan() {
        let mut s = Story::default();
        s.on("2026-02-02", Fact::InNeedPlanAgreed).on("2026-03-02", held(Conference::Initial, ConferenceOutcome::Plan));
        let h = s.history(date(2026, 4, 1));
        assert_eq!(h.protection().in_need[0].ended().map(|e| e.on), Some(date(2026, 3, 2)));
    }
    #[test]
    fn the_conference_belongs_to_the_enquiry_before_it() {
        let begins = || Fact::StrategyDiscussionHeld { enquiry_begins: true, agencies: vec![], see_child_by: None };
        let concluded = |outcome: &str| Fact::EnquiryConcluded { outcome: outcome.into() };
        let mut s = Story::default();
        s.on("2026-03-02", begins())
            .on("2026-03-05", begins()) // another discussion in the same enquiry
            .on("2026-03-10", concluded("NFA"))
            .on("2026-06-01", begins())
            .on("2026-06-12", concluded("ICPC"))
            .on("2026-06-19", held(Conference::Initial, ConferenceOutcome::Plan));
        let h = s.history(date(2026, 7, 1));
        let of = |s: &Span<Enquiry>| (s.began.on, s.of.outcome.clone().unwrap(), s.of.conference.map(|c| c.on));
        assert_eq!(
            h.protection().enquiries.iter().map(of).collect::<Vec<_>>(),
            [(date(2026, 3, 2), "NFA".into(), None), (date(2026, 6, 1), "ICPC".into(), Some(date(2026, 6, 19)))]
        );
    }
}
