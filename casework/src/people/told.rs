//! A child's facts as they were told: each that stands, with what it corrects, newest first.
use practice::{Fact, Id, Kept, RecordFact, people};
use std::collections::{HashMap, HashSet};

/// One thing that was said, as it stands now.
#[derive(Debug)]
pub struct Told<'a> {
    /// What stands; or what was said in error, where nothing stands in its place.
    pub kept: &'a Kept,
    /// Why nothing stands: who took it back, and why.
    pub in_error: Option<&'a Kept>,
    /// What was said in its place before, the latest first.
    pub before: Vec<&'a Kept>,
}

/// Newest first. What serves the running of the record and not the child's story (notices, and who
/// opened the record, which has a page of its own) is left out.
pub fn told(facts: &[Kept]) -> Vec<Told<'_>> {
    let by_id: HashMap<Id, &Kept> = facts.iter().map(|k| (k.id, k)).collect();
    let mut chains: HashMap<Id, Vec<&Kept>> = HashMap::new();
    for k in facts {
        chains.entry(root(&by_id, k)).or_default().push(k);
    }
    let mut all: Vec<Told> =
        chains.into_values().filter(|c| c.iter().all(|k| is_story(&k.fact))).flat_map(stands).collect();
    all.sort_by_key(|t| std::cmp::Reverse(order(t.kept)));
    all
}
fn order(k: &Kept) -> (practice::Date, Option<practice::Timestamp>, practice::Timestamp, Id) {
    (k.happened, k.at, k.recorded, k.id)
}
/// The first of a chain of corrections. A cycle cannot be kept: a fact corrects one that was there before.
fn root(by_id: &HashMap<Id, &Kept>, k: &Kept) -> Id {
    let mut first = k;
    while let Some(before) = first.instead_of.and_then(|id| by_id.get(&id)) {
        first = before;
    }
    first.id
}
/// Of two corrections of one fact the later stands, and taking one back revives the first: as
/// [`practice::History`] has it.
fn stands<'a>(mut chain: Vec<&'a Kept>) -> Vec<Told<'a>> {
    chain.sort_by_key(|k| std::cmp::Reverse((k.recorded, k.id)));
    let mut gone = HashSet::new();
    let left: Vec<&Kept> = chain
        .iter()
        .copied()
        .filter(|k| !gone.contains(&k.id) && k.instead_of.is_none_or(|what| gone.insert(what)))
        .collect();
    let others = |one: &Kept| chain.iter().copied().filter(|k| k.id != one.id).collect::<Vec<_>>();
    let standing: Vec<&Kept> = left.iter().copied().filter(|k| !is_error(k)).collect();
    match (standing.is_empty(), left.first()) {
        (true, Some(error)) => {
            let said: Vec<&Kept> = chain.iter().copied().filter(|k| !is_error(k)).collect();
            let last = said.first().copied();
            last.map(|kept| Told { kept, in_error: Some(error), before: said[1..].to_vec() }).into_iter().collect()
        }
        _ => standing.into_iter().map(|kept| Told { kept, in_error: None, before: others(kept) }).collect(),
    }
}
pub fn is_error(k: &Kept) -> bool {
    k.fact == Fact::Record(RecordFact::RecordedInError)
}
fn is_story(fact: &Fact) -> bool {
    use people::Fact as P;
    !matches!(
        fact,
        Fact::Returns(practice::returns::Fact::Found { .. })
            | Fact::People(P::Told { .. } | P::NoticeOpened { .. } | P::Opened { .. } | P::OpeningReviewed { .. })
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::{case::Story, protection};

    fn held(story: &mut Story, when: &str, corrects: Option<usize>) {
        let fact = protection::Fact::CoreGroupHeld;
        story.on(when, fact);
        correct(story, corrects);
    }
    fn correct(story: &mut Story, corrects: Option<usize>) {
        let id = corrects.map(|n| story.facts[n].id);
        let last = story.facts.last_mut().unwrap();
        (last.instead_of, last.why) = (id, id.map(|_| "The wrong day".into()).unwrap_or_default());
    }
    #[test]
    fn a_correction_stands_with_what_was_said_before() {
        let mut story = Story::default();
        held(&mut story, "2026-03-02", None);
        held(&mut story, "2026-03-03", Some(0));
        held(&mut story, "2026-03-09", None);
        let told = told(&story.facts);
        assert_eq!(
            told.iter().map(|t| (t.kept.id, t.before.len())).collect::<Vec<_>>(),
            [(story.facts[2].id, 0), (story.facts[1].id, 1)]
        );
        assert_eq!(told[1].before[0].id, story.facts[0].id);
    }
    #[test]
    fn what_was_recorded_in_error_is_shown_as_such_and_not_as_having_happened() {
        let mut story = Story::default();
        held(&mut story, "2026-03-02", None);
        story.on("2026-03-04", Fact::Record(RecordFact::RecordedInError));
        correct(&mut story, Some(0));
        let told = told(&story.facts);
        assert_eq!((told.len(), told[0].kept.id), (1, story.facts[0].id));
        assert_eq!(told[0].in_error.map(|k| k.id), Some(story.facts[1].id));
    }
    #[test]
    fn taking_a_correction_back_revives_what_was_said_first() {
        let mut story = Story::default();
        held(&mut story, "2026-03-02", None);
        held(&mut story, "2026-03-03", Some(0));
        story.on("2026-03-04", Fact::Record(RecordFact::RecordedInError));
        correct(&mut story, Some(1));
        let told = told(&story.facts);
        assert_eq!(told.len(), 1);
        assert_eq!((told[0].kept.id, told[0].in_error.is_none(), told[0].before.len()), (story.facts[0].id, true, 2));
    }
}
