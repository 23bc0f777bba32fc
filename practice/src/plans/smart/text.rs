//! Words with their places.
use super::super::person::is_role;
use super::phrases::{COUNTS, NOUNS_AFTER, NOUNS_BEFORE, PARTICIPLES};
use std::ops::Range;

pub struct Text<'a> {
    pub all: &'a str,
    pub words: Vec<Word>,
}
pub struct Word {
    pub at: Range<usize>,
    pub lower: String,
    /// The first of a sentence or of a line.
    begins: bool,
}
impl<'a> Text<'a> {
    pub fn of(all: &'a str) -> Text<'a> {
        let mut words: Vec<Word> = vec![];
        let part = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’');
        let mut start = None;
        for (at, c) in all.char_indices().chain([(all.len(), ' ')]) {
            match (part(c), start) {
                (true, None) => start = Some(at),
                (false, Some(from)) => {
                    let before = words.last().map_or("", |w| &all[w.at.end..from]);
                    let begins = words.is_empty() || before.contains(['.', ';', ':', '\n', '!', '?', '•']);
                    words.push(Word { at: from..at, lower: all[from..at].to_lowercase(), begins });
                    start = None;
                }
                _ => {}
            }
        }
        Text { all, words }
    }
    fn place(&self, words: Range<usize>) -> Range<usize> {
        self.words[words.start].at.start..self.words[words.end - 1].at.end
    }
    /// Each place where the phrase stands, word for word.
    fn find(&self, phrase: &'static str) -> impl Iterator<Item = Range<usize>> {
        let phrase: Vec<&str> = phrase.split(' ').collect();
        let many = phrase.len();
        let starts = (0..(self.words.len() + 1).saturating_sub(many))
            .filter(move |&n| self.words[n..n + many].iter().zip(&phrase).all(|(w, p)| w.lower == *p));
        starts.map(move |n| n..n + many)
    }
    pub fn find_any(&self, phrases: &[&'static str]) -> Vec<Range<usize>> {
        let mut all: Vec<Range<usize>> = phrases.iter().flat_map(|p| self.find(p)).map(|w| self.place(w)).collect();
        all.sort_by_key(|at| (at.start, at.end));
        all
    }
    /// As a verb: not `the support worker`, nor `income support`.
    pub fn verbs(&self, phrases: &[&'static str]) -> Vec<Range<usize>> {
        let word = |n: Option<usize>| n.and_then(|n| self.words.get(n)).map_or("", |w| w.lower.as_str());
        let is_verb = |w: &Range<usize>| {
            w.len() > 1
                || !(NOUNS_BEFORE.contains(&word(w.start.checked_sub(1))) || NOUNS_AFTER.contains(&word(Some(w.end))))
        };
        phrases.iter().flat_map(|p| self.find(p)).filter(is_verb).map(|w| self.place(w)).collect()
    }
    /// `Social worker to …`, `The PA and foster carer will …`: a sentence whose subject is roles and nothing else.
    pub fn roles(&self) -> Vec<Range<usize>> {
        let mut found = vec![];
        for (n, _) in self.words.iter().enumerate().filter(|(_, w)| w.begins) {
            let rest = &self.words[n..];
            let verb = rest
                .iter()
                .position(|w| matches!(w.lower.as_str(), "to" | "will" | "should" | "must" | "needs" | "need"));
            let Some(verb) = verb.filter(|v| *v > 0) else { continue };
            if rest[..verb].iter().all(|w| is_role(&w.lower)) && !rest[1..verb].iter().any(|w| w.begins) {
                found.push(self.place(n..n + verb));
            }
        }
        found
    }
    /// `to be arranged`, `will be given`.
    pub fn passives(&self) -> Vec<Range<usize>> {
        let done = |w: &Word| w.lower.len() > 4 && w.lower.ends_with("ed") || PARTICIPLES.contains(&w.lower.as_str());
        let is = |w: &[Word]| {
            matches!(w[0].lower.as_str(), "to" | "will" | "should" | "must" | "can")
                && w[1].lower == "be"
                && done(&w[2])
        };
        (0..self.words.len().saturating_sub(2))
            .filter(|&n| is(&self.words[n..n + 3]))
            .map(|n| self.place(n..n + 3))
            .collect()
    }
    /// Something in it can be counted or is a day.
    pub fn counts(&self) -> bool {
        self.words.iter().any(|w| COUNTS.contains(&w.lower.as_str()) || w.lower.contains(|c: char| c.is_ascii_digit()))
    }
}
