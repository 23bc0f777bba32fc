//! Decisions that a child should be placed for adoption, and the match that followed.
use super::Fact;
use crate::{
    fact::{Event, Fact as F},
    history::History,
};

/// A decision, as the work recorded here tells of it, until it was taken back.
#[derive(Clone, Debug, PartialEq)]
pub struct AdoptionDecision {
    pub decided: Event,
    pub matched: Option<Match>,
    pub ended: Option<Event>,
    /// `s903.reason_placed_ceased`.
    pub why_ended: Option<String>,
}
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
    pub on: Event,
    pub number: i64,
    pub sexes: String,
    pub legal_status: String,
}

/// A new decision while one stands says nothing new; a later match stands for an earlier one that came apart.
pub fn adoption_decisions(h: &History) -> Vec<AdoptionDecision> {
    let mut all: Vec<AdoptionDecision> = vec![];
    for k in h.all() {
        let F::Permanence(fact) = &k.fact else { continue };
        let event = Event::from(k);
        let standing = all.last_mut().filter(|d| d.ended.is_none());
        match (fact, standing) {
            (Fact::PlacementForAdoptionDecided, None) => {
                all.push(AdoptionDecision { decided: event, matched: None, ended: None, why_ended: None });
            }
            (Fact::PlanForAdoptionEnded { reason }, Some(d)) => {
                (d.ended, d.why_ended) = (Some(event), Some(reason.clone()));
            }
            (Fact::MatchedWithAdopters { number, sexes, legal_status }, Some(d)) => {
                let (sexes, legal_status) = (sexes.clone(), legal_status.clone());
                d.matched = Some(Match { on: event, number: *number, sexes, legal_status });
            }
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
    fn a_decision_stands_until_it_is_taken_back_and_a_new_one_begins_again() {
        let matched = |number| {
            let (sexes, legal_status) = ("MF".into(), "L11".into());
            Fact::MatchedWithAdopters { number, sexes, legal_status }
        };
        let mut s = Story::default();
        s.on("2025-05-06", Fact::PlacementForAdoptionDecided)
            .on("2025-06-03", Fact::PlacementForAdoptionDecided)
            .on("2025-11-04", Fact::PlanForAdoptionEnded { reason: "RD3".into() })
            .on("2025-12-02", matched(1))
            .on("2026-03-03", Fact::PlacementForAdoptionDecided)
            .on("2026-06-02", matched(2));
        let all = adoption_decisions(&s.history(date(2026, 11, 22)));
        let days: Vec<_> = all.iter().map(|d| (d.decided.on, d.ended.map(|e| e.on))).collect();
        assert_eq!(days, [(date(2025, 5, 6), Some(date(2025, 11, 4))), (date(2026, 3, 3), None)]);
        assert_eq!(all[0].matched, None, "nobody is matched without a decision");
        assert_eq!(all[1].matched.as_ref().map(|m| m.number), Some(2));
    }
}
