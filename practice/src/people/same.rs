//! Other records that may be of this child: what said so, and what a person answered.
use super::Fact;
use crate::{
    fact::{Fact as F, Id, Kept},
    history::History,
};

#[derive(Clone, Debug)]
pub struct MaybeSame<'a> {
    pub other: Id,
    /// What says so. Of several reasons the first that nobody has answered.
    pub why: &'a str,
    /// The last answer; `None` while a reason waits for one.
    pub answer: Option<Answer<'a>>,
}
#[derive(Clone, Debug)]
pub struct Answer<'a> {
    pub same: bool,
    pub why: &'a str,
    pub said: &'a Kept,
}

/// One for each other record, in the order in which they were first spoken of. That they are one child
/// settles every reason; that they are two settles those that were known, and a return that gives the
/// same reason again asks nobody twice.
pub fn maybe_same(h: &History) -> Vec<MaybeSame<'_>> {
    let mut all: Vec<MaybeSame> = vec![];
    let mut settled: Vec<(Id, &str)> = vec![];
    for k in by_recording(h) {
        match &k.fact {
            F::People(Fact::PossiblySame { other, why }) => match all.iter_mut().find(|m| m.other == *other) {
                Some(known) if known.answer.as_ref().is_some_and(|a| !a.same) && !settled.contains(&(*other, why)) => {
                    (known.why, known.answer) = (why, None)
                }
                Some(known) if known.answer.is_none() => settled.push((*other, why)),
                Some(_) => {}
                None => all.push(MaybeSame { other: *other, why, answer: None }),
            },
            F::People(Fact::SaidWhetherSame { other, same, why }) => {
                let answer = Some(Answer { same: *same, why, said: k });
                match all.iter_mut().find(|m| m.other == *other) {
                    Some(known) => {
                        settled.push((*other, known.why));
                        known.answer = answer;
                    }
                    None => all.push(MaybeSame { other: *other, why, answer }),
                }
            }
            _ => {}
        }
    }
    all
}
/// What was asked and answered follows the order of recording, whatever day each is about.
fn by_recording(h: &History) -> Vec<&Kept> {
    let is = |k: &&Kept| matches!(k.fact, F::People(Fact::PossiblySame { .. } | Fact::SaidWhetherSame { .. }));
    let mut all: Vec<&Kept> = h.all().filter(is).collect();
    // A question of the same moment stands before its answer.
    all.sort_by_key(|k| (k.recorded, matches!(k.fact, F::People(Fact::SaidWhetherSame { .. })), k.id));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{case::Story, day::date};

    const OTHER: Id = Id::from_u128(9);
    fn asks(why: &str) -> Fact {
        Fact::PossiblySame { other: OTHER, why: why.into() }
    }
    fn says(same: bool) -> Fact {
        Fact::SaidWhetherSame { other: OTHER, same, why: "The school says so".into() }
    }
    /// The reason and the answer of the one pair, after these facts a day apart.
    fn after(facts: &[Fact]) -> (String, Option<bool>) {
        let mut story = Story::default();
        for (n, fact) in facts.iter().enumerate() {
            story.on(&format!("2026-03-{:02}", n + 1), fact.clone());
        }
        let h = story.history(date(2026, 4, 1));
        let all = maybe_same(&h);
        assert_eq!(all.len(), 1, "one pair is shown once");
        (all[0].why.into(), all[0].answer.as_ref().map(|a| a.same))
    }
    #[test]
    fn a_pair_waits_for_an_answer_and_is_asked_about_once() {
        assert_eq!(after(&[asks("upn")]), ("upn".into(), None));
        assert_eq!(after(&[asks("upn"), asks("upn"), asks("nhs")]), ("upn".into(), None));
        assert_eq!(after(&[asks("upn"), says(true)]).1, Some(true));
        assert_eq!(after(&[asks("upn"), asks("nhs"), says(false), asks("nhs")]).1, Some(false), "both were known");
    }
    #[test]
    fn next_years_return_does_not_ask_again_but_another_reason_does() {
        assert_eq!(after(&[asks("upn"), says(false), asks("upn")]).1, Some(false));
        assert_eq!(after(&[asks("upn"), says(true), asks("nhs")]).1, Some(true), "they are one, whatever else says so");
        assert_eq!(after(&[asks("upn"), says(false), asks("nhs")]), ("nhs".into(), None));
        assert_eq!(after(&[asks("upn"), says(false), asks("nhs"), says(true)]).1, Some(true));
    }
    #[test]
    fn of_two_answers_the_later_stands_and_one_needs_no_question() {
        assert_eq!(after(&[says(true), says(false)]).1, Some(false));
    }
}
