//! What is written to a young person: each letter in plain words, when it is due, and by which way it may go.
//!
//! A [`Letter`] is one file and one line of [`LETTERS`]: when it is due, and its words as blocks of a [`Document`].
//! [`safe`] says by which way it may be sent today or why by none, and who must not be told where the young person is.
mod decision;
mod document;
mod facts;
mod reminder;
mod rights;
pub mod safe;
mod your_plan;
pub use document::{Block, Document, Layout};
pub use facts::{By, Fact, KeptFrom, Kind, Sent, Way};
pub use your_plan::plan_words;

use crate::{
    day::Date,
    fact::{Fact as F, Id, Kept},
    history::History,
    leavers::{
        Holding,
        owed::{Level, owed_under},
        plainly,
    },
    norms::Norms,
};

/// A kind of letter.
#[derive(Debug)]
pub struct Letter {
    /// For addresses, and for the record: `rights`.
    pub code: &'static str,
    /// What a worker calls it.
    pub title: &'static str,
    /// What stands at its head. It says nothing of care: somebody may see it on the table.
    pub subject: &'static str,
    /// Why it is sent, with the source.
    pub why: &'static str,
    pub due: fn(&Case) -> Option<Due>,
    pub words: fn(&Case) -> Vec<Block>,
}
/// Whom a letter is about, on the day on which it is asked for.
pub struct Case<'a> {
    pub h: &'a History,
    pub norms: &'a Norms,
    /// What they are in law, as it holds.
    pub holding: Holding,
    pub on: Date,
    /// Who signs.
    pub adviser: Option<&'a str>,
    /// Of somebody in the record.
    pub named: &'a dyn Fn(&crate::plans::Person) -> String,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// Since when it could have been sent.
    pub since: Date,
    pub about: Option<Id>,
}
impl Due {
    fn since(since: Date) -> Option<Due> {
        Some(Due { since, about: None })
    }
}

pub const LETTERS: &[&Letter] = &[&rights::LETTER, &decision::LETTER, &reminder::LETTER, &your_plan::LETTER];
pub fn letter(code: &str) -> Option<&'static Letter> {
    LETTERS.iter().find(|l| l.code == code).copied()
}

/// Every letter that was sent, the first first.
pub fn sent(h: &History) -> impl DoubleEndedIterator<Item = (&Kept, &Sent)> {
    h.all().filter_map(|k| match &k.fact {
        F::Letters(Fact::LetterSent(sent)) => Some((k, &**sent)),
        _ => None,
    })
}
/// The days on which time alone makes a letter due, or a way unsafe.
pub fn changes_on(h: &History) -> impl Iterator<Item = Date> {
    let until = safe::ways(h).into_iter().filter_map(|k| k.way.until);
    until.map(|last| crate::day::plus_days(last, 1)).chain(reminder::again(h))
}
fn last_sent(h: &History, letter: &str) -> Option<Date> {
    sent(h).filter(|(_, s)| s.letter == letter).map(|(k, _)| k.happened).max()
}
impl Case<'_> {
    /// The letters that wait to be sent. Nobody who has died is written to.
    pub fn due(&self) -> Vec<(&'static Letter, Due)> {
        if self.h.person().died.is_some() {
            return vec![];
        }
        LETTERS.iter().filter_map(|letter| Some((*letter, (letter.due)(self)?))).collect()
    }
    fn last_sent(&self, letter: &str) -> Option<Date> {
        last_sent(self.h, letter)
    }
    /// As they like to be called.
    pub fn called(&self) -> String {
        let identity = &self.h.person().identity;
        let first = || identity.first_names.as_ref()?.split_whitespace().next().map(str::to_owned);
        identity.preferred_name.clone().or_else(first).unwrap_or_default()
    }
    fn adviser(&self) -> &str {
        self.adviser.unwrap_or("The leaving care team")
    }
    /// A letter as it would be sent to a place.
    pub fn document(&self, letter: &Letter, to: Option<&Way>) -> Document {
        let called = self.called();
        let mut all = vec![para(if called.is_empty() { "Hello".into() } else { format!("Dear {called}") })];
        all.extend((letter.words)(self));
        let place = to.filter(|w| w.kind == Kind::Post).into_iter().flat_map(|w| w.reaches.lines().map(str::to_owned));
        let name = self.h.person().name().filter(|_| to.is_some());
        Document {
            to: name.into_iter().chain(place).collect(),
            date: crate::day::words(self.on),
            blocks: all,
            signed: vec!["With best wishes".into(), self.adviser().into()],
            ..Document::new(Layout::Letter, letter.subject)
        }
    }
}
/// What they are owed now, in the words of the local offer.
fn may_ask(c: &Case) -> Vec<String> {
    let owed = owed_under(c.holding.held, c.norms, c.on);
    let now = owed.iter().filter(|o| o.off.is_none() && o.level != Level::Plan);
    now.map(|o| plainly::plain(o, c.norms, c.on).says).collect()
}
pub(crate) fn para(words: impl Into<String>) -> Block {
    Block::Paragraph(words.into())
}
pub(crate) fn head(words: impl Into<String>) -> Block {
    Block::Heading(words.into())
}
fn list(items: impl IntoIterator<Item = impl Into<String>>) -> Block {
    Block::List(items.into_iter().map(Into::into).collect())
}
/// How to say that something is wrong, which stands in every letter that decides or promises anything
/// (Children Act 1989 s24D, s26, s26A).
fn if_wrong() -> Vec<Block> {
    vec![
        head("If you think this is wrong"),
        list([
            "Tell me. I will look at it with you.",
            "Or make a complaint. We must write back to you.",
            "You can have an advocate. That is a person who speaks up for you. It is free, and they do not work for us.",
            "If you are still not happy, go to the Ombudsman. They check if we were fair. That is free too.",
        ]),
    ]
}

#[cfg(test)]
mod tests;
