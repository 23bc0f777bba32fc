//! What a young person said, and what was answered.
use super::Fact;
use crate::{
    fact::{Event, Fact as F, Id},
    history::History,
};

#[derive(Clone, Debug, PartialEq)]
pub struct Saying<'a> {
    pub id: Id,
    pub said: Event,
    pub words: &'a str,
    /// The first answer by somebody else than the young person, with its words.
    pub answered: Option<(Event, &'a str)>,
}
/// Oldest first.
pub fn sayings(h: &History) -> Vec<Saying<'_>> {
    let said = h.all().filter_map(|k| match &k.fact {
        F::Young(Fact::Said { childs_words }) => Some((k, childs_words)),
        _ => None,
    });
    said.map(|(k, words)| Saying { id: k.id, said: k.into(), words, answered: answer(h, k.id, k.who) }).collect()
}
fn answer(h: &History, to: Id, by: Id) -> Option<(Event, &str)> {
    h.all().filter(|k| k.who != by).find_map(|k| match &k.fact {
        F::Young(Fact::Answered { said, words }) if *said == to => Some((Event::from(k), words.as_str())),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{case::Story, day::date};

    #[test]
    fn what_was_said_waits_until_somebody_else_answers() {
        let mut s = Story::default();
        s.on("2026-11-02", Fact::Said { childs_words: "I want to see my brother".into() });
        let said = s.facts[0].id;
        let answered = |s: &Story| sayings(&s.history(date(2026, 11, 20)))[0].answered.map(|(e, _)| e.on);
        assert_eq!(answered(&s), None);
        let me = s.facts[0].who;
        s.on("2026-11-03", Fact::Answered { said, words: "Done".into() });
        s.facts[1].who = me;
        assert_eq!(answered(&s), None, "nobody answers themselves");
        s.on("2026-11-04", Fact::Answered { said, words: "We rang his carer".into() });
        s.facts[2].who = Id::from_u128(0xAD);
        assert_eq!(answered(&s), Some(date(2026, 11, 4)));
    }
}
