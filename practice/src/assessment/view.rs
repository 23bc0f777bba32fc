//! Assessments as they actually were: recorded facts and what returns say, folded once.
use super::{Carer, Checkpoint, Fact, reported};
use crate::{
    asked::not_before,
    fact::{Event, Fact as F, Kept},
    front_door,
    history::History,
    span::{self, End, Mark, Span},
};

#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// The 45 working days count from here: from the referral for the first assessment that follows
    /// it, from its own start for a later one, and from its start as a return reports it, which by
    /// the census's own guidance is the day of the referral.
    pub counted_from: Event,
    pub reviews: Vec<(Event, Checkpoint)>,
    pub draft: Option<Event>,
    pub authorised: Option<Event>,
    /// `cin.assessment_factor`.
    pub factors: Vec<String>,
    /// `local.assessment_outcome`; a return does not say it.
    pub outcome: Option<String>,
}
impl Assessment {
    fn new(counted_from: Event) -> Assessment {
        Assessment { counted_from, reviews: vec![], draft: None, authorised: None, factors: vec![], outcome: None }
    }
}
/// A young carer's or a parent carer's own assessment.
#[derive(Clone, Debug, PartialEq)]
pub struct CarerAssessment {
    pub whose: Carer,
    pub asked: Event,
    pub completed: Option<Event>,
}

pub fn view(h: &History) -> Vec<Span<Assessment>> {
    let mut marks = vec![];
    for k in h.all() {
        let event = Event::from(k);
        match &k.fact {
            F::Assessment(Fact::AssessmentBegan) => marks.push(Mark::Begins(event, Assessment::new(event))),
            F::Assessment(Fact::AssessmentReopened { .. }) => marks.push(Mark::Reopens),
            F::Assessment(Fact::AssessmentAuthorised { .. }) => {
                marks.push(Mark::Ends(End { event, why: "The assessment was authorised" }))
            }
            F::FrontDoor(front_door::Fact::CaseClosed { .. }) => {
                marks.push(Mark::Ends(End { event, why: "The case was closed" }))
            }
            _ => {}
        }
    }
    let mut all = span::fold(marks, reported(h));
    count_from_the_referral(h, &mut all);
    for (k, fact) in facts(h) {
        let event = Event::from(k);
        let begun = |s: &Span<Assessment>| s.holds(event.on) && not_before(&event, &s.began);
        // Where one ends and another begins on one day, what ended the first speaks of the first.
        let ended = all.iter().rposition(|s| s.end.is_some_and(|e| e.event.fact == k.id));
        let Some(at) = ended.or_else(|| all.iter().rposition(begun)) else { continue };
        let s = &mut all[at];
        match fact {
            Fact::AssessmentReviewedByManager { checkpoint, .. } => s.of.reviews.push((event, *checkpoint)),
            Fact::DraftSentToManager => s.of.draft = s.of.draft.or(Some(event)),
            Fact::AssessmentAuthorised { factors, outcome } => {
                // Reopened since, it is not authorised; what was found then still stands.
                s.of.authorised = s.end.map(|e| e.event).filter(|e| e.fact == k.id);
                (s.of.factors, s.of.outcome) = (factors.clone(), Some(outcome.clone()));
            }
            _ => {}
        }
    }
    all
}
fn facts(h: &History) -> impl Iterator<Item = (&Kept, &Fact)> {
    h.find(|f| if let F::Assessment(f) = f { Some(f) } else { None })
}
fn count_from_the_referral(h: &History, all: &mut [Span<Assessment>]) {
    for referral in h.front_door().referrals.iter().filter(|r| !r.reported) {
        let first = all.iter_mut().find(|s| referral.holds(s.began.on));
        if let Some(first) = first.filter(|s| !s.reported) {
            first.of.counted_from = referral.began;
        }
    }
}

fn reported(h: &History) -> Vec<Span<Assessment>> {
    let rows = h.find(|f| match f {
        F::Assessment(Fact::AssessmentReported(r)) => Some(&**r),
        _ => None,
    });
    let rows = rows.map(|(k, r)| {
        let began = r.assessment_actual_start_date.value.unwrap_or(k.happened);
        (began, r.origin.return_year, one_reported(Event::from(k).on(began), r))
    });
    span::latest(rows)
}
fn one_reported(began: Event, r: &reported::Assessment) -> Span<Assessment> {
    let authorised = r.assessment_authorisation_date.value.map(|day| began.on(day));
    let of = Assessment {
        reviews: r
            .assessment_internal_review_date
            .value
            .map(|d| (began.on(d), Checkpoint::First))
            .into_iter()
            .collect(),
        authorised,
        factors: r.assessment_factors.iter().filter_map(|f| f.value.clone()).collect(),
        ..Assessment::new(began)
    };
    let end = authorised.map(|event| End { event, why: "The assessment was authorised" });
    Span::reported(began, end, r.origin.last_day(), of)
}

pub fn carer_assessments(h: &History) -> Vec<CarerAssessment> {
    let mut all: Vec<CarerAssessment> = vec![];
    for (k, fact) in facts(h) {
        match fact {
            Fact::CarerAssessmentAsked { whose } => {
                all.push(CarerAssessment { whose: *whose, asked: Event::from(k), completed: None })
            }
            Fact::CarerAssessmentCompleted { whose } => all
                .iter_mut()
                .filter(|c| c.whose == *whose && c.completed.is_none())
                .for_each(|c| c.completed = Some(Event::from(k))),
            _ => {}
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{case::Story, day::date};

    #[test]
    fn where_one_assessment_ends_and_the_next_begins_on_one_day_each_has_its_own_end() {
        let authorised = |outcome: &str| Fact::AssessmentAuthorised { factors: vec![], outcome: outcome.into() };
        let mut s = Story::default();
        s.on("2026-05-05", Fact::AssessmentBegan)
            .on("2026-06-09T10:00", authorised("S47"))
            .on("2026-06-09T10:05", Fact::AssessmentBegan)
            .on("2026-06-23", authorised("CIN"));
        let h = s.history(date(2026, 11, 22));
        let told: Vec<_> =
            h.assessments().iter().map(|a| (a.of.authorised.map(|e| e.on), a.of.outcome.as_deref())).collect();
        assert_eq!(told, [(Some(date(2026, 6, 9)), Some("S47")), (Some(date(2026, 6, 23)), Some("CIN"))]);
    }
}
